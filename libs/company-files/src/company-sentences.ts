import { moneySentences, type Saying, sentencesOf } from '@lettrage/sentences';

/** What is said of one place of a company's file, in both languages; what a code means everywhere stands in `catalogue.ts`. A `quoted` value has its own quotation marks where it needs some. */
export const companySentences = {
  company_unreadable: { en: 'cannot be read ({quoted})', fr: 'le fichier ne peut pas être lu' },
  company_not_utf8: { en: 'not UTF-8 text from here on', fr: 'à partir d’ici, ce n’est plus de l’UTF-8' },
  company_line: { en: 'line is longer than {most} characters', fr: 'la ligne dépasse {most} caractères' },
  company_not_json: { en: 'not JSON ({quoted})', fr: 'ce n’est pas du JSON' },
  company_no_object: { en: 'not a JSON object', fr: 'ce n’est pas un objet JSON' },
  company_quote_open: { en: 'Quoted field unterminated', fr: 'un champ ouvert par un guillemet n’est pas fermé' },
  company_quote_inside: { en: 'Trailing quote on quoted field is malformed', fr: 'un guillemet est suivi d’autre chose que la fin de son champ' },
  company_width: { en: '{cells} columns where the header has {width}', fr: '{cells} colonnes, et l’en-tête en a {width}' },
  company_empty: { en: 'is empty', fr: 'le fichier est vide' },
  company_column_twice: { en: 'column "{quoted}" appears twice', fr: 'la colonne « {quoted} » est en double' },
  company_column_missing: { en: 'no column {columns}', fr: 'il manque à l’en-tête {columns}' },
  company_value_empty: { en: 'is empty', fr: 'la valeur est vide' },
  company_value_missing: { en: 'is missing', fr: 'la valeur manque' },
  company_date: { en: '{quoted} is not a calendar date', fr: '{quoted} n’est pas une date du calendrier' },
  company_currency: { en: '{quoted} is not a currency', fr: '{quoted} n’est pas une devise' },
  company_whole_number: { en: '{quoted} is not a whole number from 0 to {most}', fr: '{quoted} n’est pas un nombre entier de 0 à {most}' },
  company_choice: { en: '{quoted} is none of {choices}', fr: '{quoted} n’est aucun de {choices}' },
  company_no_text: { en: '{quoted} is not a text', fr: '{quoted} n’est pas un texte' },
  company_no_texts: { en: '{quoted} is not a list of texts', fr: '{quoted} n’est pas une liste de textes' },
  company_not_one_object: { en: '{quoted} is not an object', fr: '{quoted} n’est pas un objet' },
  company_no_list: { en: '{quoted} is not a list', fr: '{quoted} n’est pas une liste' },
  company_item_no_object: { en: 'is not an object', fr: 'ce n’est pas un objet' },
  company_customer_twice: { en: 'customer "{quoted}" already stands on line {line}', fr: 'le client « {quoted} » est déjà à la ligne {line}' },
  company_invoice_twice: { en: 'invoice "{quoted}" already stands on line {line}', fr: 'la facture « {quoted} » est déjà à la ligne {line}' },
  company_customer_not_in_file: { en: 'customer "{quoted}" is not in the customers file', fr: 'le client « {quoted} » n’est pas dans le fichier des clients' },
  company_customer_unknown: { en: 'there is no customer "{quoted}"', fr: 'le client « {quoted} » n’existe pas' },
  company_country: { en: '"{quoted}" is not a country code', fr: '« {quoted} » n’est pas un code de pays' },
  company_sign: { en: '{quoted} does not fit the kind "{kind}"', fr: '{quoted} ne va pas avec la nature « {kind|invoice=facture|credit_note=avoir} »' },
  company_open_outside: { en: '{quoted} does not lie between 0 and the total {quotedTotal}', fr: '{quoted} n’est pas compris entre 0 et le total {quotedTotal}' },
  company_total_large: { en: 'the total of {quoted} is larger than 2^53 minor units', fr: 'le total de {quoted} dépasse 2^53 unités mineures' },
  ...moneySentences,
} as const;

export const say: Saying<typeof companySentences> = sentencesOf(companySentences);
