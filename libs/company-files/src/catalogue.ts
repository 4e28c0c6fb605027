import { type WordsOfCode } from '@lettrage/sentences';

/** Why a company's file is refused. The remedy of a fault says it for that very place; the one here holds for the code. */
export const catalogue = {
  file_unreadable: {
    en: { title: 'The file cannot be opened', explanation: 'The path does not lead to a file that may be read.', remedy: 'Check the path and its rights.' },
    fr: { title: 'Le fichier ne s’ouvre pas', explanation: 'Le chemin ne mène pas à un fichier lisible.', remedy: 'Vérifiez le chemin et ses droits.' },
  },
  not_utf8: {
    en: { title: 'Not UTF-8 text', explanation: 'Some bytes are not UTF-8, so that names with accents would be read wrong.', remedy: 'Save the file as UTF-8 and try again.' },
    fr: { title: 'Ce n’est pas du texte UTF-8', explanation: 'Certains octets ne sont pas de l’UTF-8 : les noms accentués seraient mal lus.', remedy: 'Enregistrez le fichier en UTF-8 et recommencez.' },
  },
  header_missing: {
    en: { title: 'No header', explanation: 'The file is empty; its first line must name the columns.', remedy: 'Write the line of titles that is documented, and the rows below it.' },
    fr: { title: 'Pas d’en-tête', explanation: 'Le fichier est vide ; sa première ligne doit nommer les colonnes.', remedy: 'Écrivez la ligne de titres documentée, puis les lignes dessous.' },
  },
  column_missing: {
    en: { title: 'A column is missing', explanation: 'The header does not name a column that is needed. Their order does not matter, and others are ignored.', remedy: 'Add the column to the header and to every row.' },
    fr: { title: 'Il manque une colonne', explanation: 'L’en-tête ne nomme pas une colonne nécessaire. L’ordre est libre, et les autres colonnes sont ignorées.', remedy: 'Ajoutez la colonne à l’en-tête et à chaque ligne.' },
  },
  column_twice: {
    en: { title: 'A column stands twice', explanation: 'The header names a column twice, and nothing says which one counts.', remedy: 'Keep one of them.' },
    fr: { title: 'Une colonne est en double', explanation: 'L’en-tête nomme deux fois une colonne, et rien ne dit laquelle compte.', remedy: 'N’en gardez qu’une.' },
  },
  row_width: {
    en: { title: 'A row of another width', explanation: 'A row has more or fewer columns than the header, so that its values cannot be told apart.', remedy: 'Check for an unquoted comma, a quote that is not closed, or a cut line.' },
    fr: { title: 'Une ligne d’une autre largeur', explanation: 'Une ligne a plus ou moins de colonnes que l’en-tête : ses valeurs sont décalées.', remedy: 'Cherchez une virgule sans guillemets, un guillemet non fermé ou une ligne coupée.' },
  },
  quote_broken: {
    en: { title: 'A quotation mark that does not close', explanation: 'A field begins with a quotation mark and does not end with one (RFC 4180).', remedy: 'Close the quote, and write a quote inside a field twice.' },
    fr: { title: 'Un guillemet qui ne se ferme pas', explanation: 'Un champ commence par un guillemet et ne finit pas par un autre (RFC 4180).', remedy: 'Fermez le guillemet, et doublez un guillemet dans un champ.' },
  },
  value_missing: {
    en: { title: 'A value is missing', explanation: 'A field that must have a value is empty or is not there.', remedy: 'Give it a value.' },
    fr: { title: 'Il manque une valeur', explanation: 'Un champ obligatoire est vide ou absent.', remedy: 'Donnez-lui une valeur.' },
  },
  date_invalid: {
    en: { title: 'Not a date', explanation: 'The value is no day of the calendar in the form YYYY-MM-DD.', remedy: 'Write it as YYYY-MM-DD.' },
    fr: { title: 'Ce n’est pas une date', explanation: 'La valeur n’est pas un jour du calendrier de la forme AAAA-MM-JJ.', remedy: 'Écrivez-la AAAA-MM-JJ.' },
  },
  currency_invalid: {
    en: { title: 'Not a currency', explanation: 'The value is no currency code of ISO 4217.', remedy: 'Use the code in capitals, such as EUR.' },
    fr: { title: 'Ce n’est pas une devise', explanation: 'La valeur n’est pas un code de devise ISO 4217.', remedy: 'Utilisez le code en capitales, comme EUR.' },
  },
  amount_invalid: {
    en: { title: 'Not an amount', explanation: 'The value is no plain decimal, or has more decimals than its currency.', remedy: 'Write a plain decimal with a point and no thousands sign, such as 1234.50.' },
    fr: { title: 'Ce n’est pas un montant', explanation: 'La valeur n’est pas un décimal simple, ou a plus de décimales que sa devise.', remedy: 'Écrivez un décimal avec un point et sans séparateur de milliers, comme 1234.50.' },
  },
  number_invalid: {
    en: { title: 'Not a whole number', explanation: 'The value is no whole number, or out of the bounds that the message names.', remedy: 'Correct it.' },
    fr: { title: 'Ce n’est pas un nombre entier', explanation: 'La valeur n’est pas un nombre entier, ou sort des bornes que dit le message.', remedy: 'Corrigez-la.' },
  },
  country_invalid: {
    en: { title: 'Not a country code', explanation: 'The value is not two capital letters.', remedy: 'Use two capitals (ISO 3166), such as FR.' },
    fr: { title: 'Ce n’est pas un code de pays', explanation: 'La valeur n’est pas faite de deux capitales.', remedy: 'Utilisez deux capitales (ISO 3166), comme FR.' },
  },
  choice_unknown: {
    en: { title: 'Not one of the choices', explanation: 'The value is none of those that the field may have; the message names them.', remedy: 'Use one of the values in the message.' },
    fr: { title: 'Ce n’est pas un des choix', explanation: 'La valeur n’est aucune de celles que le champ peut avoir ; le message les cite.', remedy: 'Utilisez une des valeurs du message.' },
  },
  key_repeated: {
    en: { title: 'Given twice', explanation: 'Two rows have the same id or number, and each may stand once.', remedy: 'Remove or correct one of the two.' },
    fr: { title: 'Donné deux fois', explanation: 'Deux lignes ont le même identifiant ou numéro, et chacun n’est permis qu’une fois.', remedy: 'Supprimez ou corrigez l’une des deux.' },
  },
  customer_not_listed: {
    en: { title: 'Unknown customer', explanation: 'The customer that is named is not among the customers that are known.', remedy: 'Add the customer first, or correct the id.' },
    fr: { title: 'Client inconnu', explanation: 'Le client nommé n’est pas parmi les clients connus.', remedy: 'Ajoutez d’abord le client, ou corrigez l’identifiant.' },
  },
  sign_wrong: {
    en: { title: 'The sign does not fit the kind', explanation: 'An invoice has a positive total, a credit note a negative one.', remedy: 'Correct the kind or the sign.' },
    fr: { title: 'Le signe ne va pas avec la nature', explanation: 'Une facture a un total positif, un avoir un total négatif.', remedy: 'Corrigez la nature ou le signe.' },
  },
  open_amount_outside: {
    en: { title: 'More open than the total', explanation: 'What is open on an item lies between nothing and its total.', remedy: 'Correct one of the two amounts.' },
    fr: { title: 'Plus de reste dû que le total', explanation: 'Le reste dû d’une pièce est compris entre rien et son total.', remedy: 'Corrigez l’un des deux montants.' },
  },
  amount_too_large: {
    en: { title: 'An amount beyond the ledger', explanation: 'The ledger holds amounts up to 2^53 minor units.', remedy: 'Correct the amount; nothing of the file has been stored.' },
    fr: { title: 'Un montant trop grand', explanation: 'Le grand livre tient des montants jusqu’à 2^53 unités mineures.', remedy: 'Corrigez le montant ; rien du fichier n’a été gardé.' },
  },
  line_too_long: {
    en: { title: 'A line without end', explanation: 'A line of a JSONL file is longer than any credit could be.', remedy: 'Write one JSON object a line.' },
    fr: { title: 'Une ligne sans fin', explanation: 'Une ligne du fichier JSONL est plus longue que tout encaissement possible.', remedy: 'Écrivez un objet JSON par ligne.' },
  },
  not_json: {
    en: { title: 'Not a JSON object', explanation: 'A line of a JSONL file is not JSON, or is no object.', remedy: 'Write one JSON object a line.' },
    fr: { title: 'Ce n’est pas un objet JSON', explanation: 'Une ligne du fichier JSONL n’est pas du JSON, ou n’est pas un objet.', remedy: 'Écrivez un objet JSON par ligne.' },
  },
  type_wrong: {
    en: { title: 'A value of another type', explanation: 'A field holds a number, a list or an object where another type is needed. Amounts are texts, because JSON numbers lose cents.', remedy: 'Write it in the type that the message names.' },
    fr: { title: 'Une valeur d’un autre type', explanation: 'Un champ contient un nombre, une liste ou un objet au lieu d’un autre type. Les montants sont des textes : les nombres JSON perdent des centimes.', remedy: 'Écrivez-la dans le type que dit le message.' },
  },
} as const satisfies Readonly<Record<string, WordsOfCode>>;

export type CompanyFaultCode = keyof typeof catalogue;
