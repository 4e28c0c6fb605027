import type { Templates } from '@lettrage/sentences';

/** Of the file as a whole: its format, its bytes, its archive. */
export const fileSentences = {
  file_empty: { en: 'the file is empty', fr: 'le fichier est vide' },
  file_of_no_format: {
    en: 'the file is none of: OFX or QFX (OFXHEADER, <OFX>); XML of ISO 20022 (camt.052, camt.053, camt.054); CFONB 120 (records 01, 04, 05, 07); SWIFT MT940 or MT942 (fields :20: and :61:); CSV with columns for date and amount',
    fr: 'le fichier n’est rien de ce qui a été cherché : OFX ou QFX (OFXHEADER, <OFX>), XML d’ISO 20022 (camt.052, camt.053, camt.054), CFONB 120 (enregistrements 01, 04, 05, 07), SWIFT MT940 ou MT942 (champs 20 et 61), CSV avec des colonnes de dates et de montants',
  },
  file_is_pdf: { en: 'the file is a PDF, made for people to read: what it says cannot be taken from it with certainty', fr: 'le fichier est un PDF, fait pour être lu par des personnes : ce qui y est écrit ne peut pas en être tiré avec certitude' },
  file_is_workbook: { en: 'the file is a workbook of a spreadsheet program, whose sheet can be saved as CSV', fr: 'le fichier est un classeur de tableur, dont la feuille peut être enregistrée en CSV' },
  file_is_web_page: { en: 'the file is a web page, whatever its name says: the session at the bank may have been over when it was fetched', fr: 'le fichier est une page web, quel que soit son nom : la session auprès de la banque était peut-être expirée' },
  file_statements: { en: 'the file has more than {most} statements', fr: 'le fichier contient plus de {most} relevés' },
  file_encoding_unknown: { en: 'the encoding "{quoted}" is not known', fr: 'l’encodage « {quoted} » n’est pas connu' },
  file_bytes: { en: 'the bytes are not {encoding}', fr: 'les octets ne sont pas de l’{encoding}' },
  file_line: { en: 'one line is longer than {most} characters', fr: 'une ligne dépasse {most} caractères' },
  archive_in_archive: { en: 'the archive is refused: it holds another archive', fr: 'l’archive est refusée : elle contient une autre archive' },
  archive_members: { en: 'the archive is refused: it has more than {most} members', fr: 'l’archive est refusée : elle contient plus de {most} fichiers' },
  archive_grows: { en: 'the archive is refused: its members grow more than {times} times when unpacked', fr: 'l’archive est refusée : décompressés, ses fichiers prennent plus de {times} fois leur place' },
  archive_unpacked: { en: 'the archive is refused: its members unpack to more than {bytes} bytes', fr: 'l’archive est refusée : décompressés, ses fichiers dépassent {bytes} octets' },
  archive_held: { en: 'the archive is refused: it is larger than {bytes} bytes', fr: 'l’archive est refusée : elle dépasse {bytes} octets' },
  archive_link: { en: 'the archive is refused: {quoted} is a link', fr: 'l’archive est refusée : « {quoted} » est un lien' },
  archive_encrypted: { en: 'the archive is refused: {quoted} is encrypted', fr: 'l’archive est refusée : « {quoted} » est chiffré' },
  archive_member_grows: { en: 'the archive is refused: {quoted} grows more than {times} times when unpacked', fr: 'l’archive est refusée : décompressé, « {quoted} » prend plus de {times} fois sa place' },
  archive_other_columns: { en: 'the archive is refused: it holds the same days in other columns as {quoted}', fr: 'l’archive est refusée : elle contient les mêmes jours que « {quoted} », sous d’autres colonnes' },
  archive_two_formats: { en: 'the archive is refused: it holds files of different formats ({one} and {other})', fr: 'l’archive est refusée : elle contient des fichiers de formats différents ({one} et {other})' },
  archive_without_file: { en: 'the archive is refused: it holds no file', fr: 'l’archive est refusée : elle ne contient aucun fichier' },
  archive_unreadable: { en: 'the archive cannot be read ({quoted})', fr: 'l’archive ne peut pas être lue : elle est coupée ou abîmée' },
} as const satisfies Templates;
