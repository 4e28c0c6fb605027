import { furtherTitles } from './further-titles.js';

/** What a column of a bank's CSV can mean. */
export type Role =
  | 'bookingDate'
  | 'valueDate'
  | 'amount'
  | 'debit'
  | 'credit'
  | 'balance'
  | 'currency'
  | 'direction'
  | 'status'
  | 'fee'
  | 'reference'
  | 'label'
  | 'party'
  | 'payer'
  | 'payee'
  | 'partyAccount'
  | 'payerAccount'
  | 'payeeAccount'
  | 'account'
  | 'originalAmount'
  | 'originalCurrency'
  | 'endToEndId'
  | 'mandateId'
  | 'structuredReference'
  | 'code'
  | 'returnReason'
  | 'ignored';

/** Roles of which a file may have several columns, joined from left to right. */
export const repeatable: ReadonlySet<Role> = new Set<Role>(['label', 'structuredReference', 'ignored']);

/**
 * Column titles of European exports in their normal form (lower case, no accents, no signs, no currency), the surest first:
 * where two columns claim one role, the one further to the left in this table has it.
 */
const titles: Readonly<Record<Exclude<Role, 'ignored' | 'payerAccount' | 'payeeAccount'>, string>> = {
  bookingDate:
    'bokfort dato|reskontradatum|bokforingsdatum|bokforingsdag|bokfort|bokforingsdato|bogforingsdato|bogfort dato|bogfort|kirjauspaiva|booked at|posted transactions date|posted transaction date|data registrazione|data di registrazione|data mov|data movimento|data lancamento|data do lancamento|data de lancamento|fecha de operacion|f operacion|data operatiunii|datum transakcie|datum zauctovania|transaktionsdag|kontering|date de comptabilisation|date comptabilisation|date comptable|date operation|date de l operation|date d operation|date op|dateop|date ecriture|booking date|booked date|booked|date processed|posting date|posted date|post date|completed date|date completed utc|date completed|settlement date utc|settlement date|date de reglement utc|buchungstag|buchungsdatum|buchung|boekingsdatum|boekdatum|datum verrichting|datum provedeni|datum zauctovani|tranzakcio datuma|konyvelesi datum|fecha operacion|fecha contable|data contabile|data operazione|data ksiegowania|data operacji|transaction date|transaction date utc|transaktionsdatum|date transaction|date|datum|fecha|data|dato|paiva|created|datetime|date started utc|started date|belegdatum|transaction date time|date de la transaction|pvm|paivamaara|tapahtumapaiva|data transakcji|datum uctovani|dtposted|abschlussdatum|trade date|date time|data movimiento|f contable|transactiedatum|uitvoeringsdatum|datum des abschlusses|abgeschlossen am|data di completamento|date de fin|fecha de finalizacion|datum voltooid|data zrealizowania|data de conclusao|data op|data operaz|operaz|kuupaev|datums|ecriture|auftragsdatum|data transazione|date d achat|einkaufsdatum|kaufdatum|datum des beginns|data di inizio|date de debut|fecha de inicio|startdatum|data rozpoczecia|data de inicio|erstellt am|purchase date|dato operazione|datum van de transactie|datum transactie|konyveles datuma',
  valueDate: 'date de valeur|date de la valeur|date valeur|dateval|date val|valeur|value date|wertstellung valuta|wertstellung|valutadatum|valuta|rentedatum|erteknap|fecha valor|data valuta|datum verrekening|execution date|valutadato|wert|f valor|valutadag|valeur le|date de valeur utc|arvopaiva|data waluty|data de valor|data valor|data val|dia valor|rentedato|valuteringsdatum|value|kaytettavissa|datum valuty|dt valuta|data di valuta|date d effet|valuutakuupaev',
  amount:
    'kwota w walucie rachunku|castka v mene uctu|suma v mene uctu|amount in account currency|betrag in kontowahrung|summa konta valuta|suma saskaitos valiuta|kwota transakcji waluta rachunku|montant de l operation|montant operation|montant operation en|montant net|montant|montant total ttc|montant ttc|amount|total amount|total amount incl vat|transaction amount|betrag|umsatz|umsatz in|buchungsbetrag|bedrag|bedrag in|castka|objem|zauctovana castka|tranzakcio osszege|osszeg|importe|importo|kwota|kwota operacji|belopp|belob|maara|cash flow|valor|montante|valor eur|movement|brutto|gross|kwota transakcji|value|summa|credit debit amount|monto|bedrag eur|belop|belopp sek|importe eur|tutar|suma|iznos|montant de la transaction|montant ttc eur|transaction value|paid amount|lordo|brut|bruto|avant commission|importo transazione|betrag in|mutatie|ausgangsbetrag nach gebuhren|amount eur|zahlbetrag',
  debit: 'debit|debits|montant debit|debit amount|withdrawals|withdrawal|withdrawal amount|soll|debet|af|paid out|money out|outflow|sorties|sortie|ausgabe|ausgaben|belastung|cargo|addebito|dare|uscite|obciazenia|lastschrift|debito|debitos|addebiti|addebito eur|cargos|ut fra konto|ut av konto|ut|uttag|utbetalt|utbetalning|charges|debit amt|wydatki|obciazenie|debet eur|salidas|gastos|money out gbp|belastungen|lastschriften|lastschrift in|zu lasten|debits amount|montant debite|retraits|zahlungsbetrag ausgehend|ausgehend|belastungsbetrag|lastschriftbetrag|sollbetrag|importo di addebito|debitbetrag|montant du debit|montant de debit|importe cargo|kwota obciazenia|utgifter|utgift|utbetalinger|amount debit|debe|debe eur|uttak|uttak fra konto|utbetaling|gasto',
  credit: 'credit|credits|montant credit|credit amount|deposits|deposit|deposit amount|haben|bij|paid in|money in|inflow|entrees|entree|einnahme|einnahmen|gutschrift|abono|accredito|avere|entrate|uznania|credito|creditos|accrediti|accredito eur|abonos|inn pa konto|inn|insattning|innbetalt|credit amt|wplywy|uznanie|entradas|ingresos|gutschriften|gutschrift in|zu gunsten|haberes|haber|montant credite|depots|zahlungsbetrag eingehend|eingehend|gutschriftsbetrag|gutschriftbetrag|habenbetrag|importo di accredito|creditbetrag|montant du credit|montant de credit|importe abono|kwota uznania|inntekter|inntekt|innbetalinger|amount credit|haber eur|innskudd|innskudd pa konto|innbetaling|ingreso',
  balance: 'solde|solde apres operation|balance|running balance|balance after|saldo|saldo nach buchung|saldo na trn|saldo na mutatie|kontostand|egyenleg|zustatek|saldo po operacji|accountbalance|saldo contabilistico|saldo contable|saldo po transakcji|saldo po|bokfort saldo|running bal|guthaben|disponible|account balance|ledger balance|closing balance|saldo disponivel|saldo final|book balance|saldo eur|saldo konta|zustatek po|balance after transaction|solde apres|solde courant|solde comptable|saldo contabile|saldo progressivo|jaljella|saldo nach umsatz|solde apres transaction|saldo dopo|saldo posterior|new balance|end balance|saldo na boeking|verfugbares guthaben|disponibile|likutis|atlikums',
  currency: 'devise|currency|account currency|payment currency|wahrung|waehrung|munt|muntsoort|mena uctu|mena|devizanem|tranzakcio devizaneme|buchungswahrung|moneda|divisa|waluta|curr|ccy|devise du compte|valuta|valuutta|devies|posted currency|kontowahrung|currency code|val|devise compte|devise de l operation|waluta rachunku|munteenheid|valutakod|divisa cuenta|monn|monnaie|monnaie du compte|div|valutacode|valuta rekening|zahlungswahrung|valiuta|valuuta|ausgangswahrung|moeda|currency of account|deviza|wahr|account ccy|munt rekening|devise de compte|osszeg devizaneme',
  direction: 'sens|debit credit|credit debit|dc|d c|cr dr|debit credit indicator|credit debit indicator|af bij|bij af|bevetel kiadas|soll haben|direction|mouvement|s h|h s|sh|haben soll|c d|dr cr|debit ou credit|debit or credit|debet credit|type debit credit|signe|sign|znak|segno|signo|+ -|creditdebet|debetcredit|debet kredit|deebet kreedit|deebet kreedit d c|debets kredits|d k|k d|richtung|smer uhrady|soll haben kennzeichen|type mutatie|terheles vagy jovairas t j|t j',
  status: 'statut|status|state|etat|info|tila|estado|stato|booking status|transaction status|buchungsstatus|contabilizzazione|statetype|stan|booked status',
  fee: 'fee|fees|frais|commission|poplatek|kosten op verrichting|gebuhr|gebuhren|kosten|spesen|avgift|commissions|provize|costo|tariffa|entgelt|oplata|comision|comissao|commission fee|teenustasu|betrag der ausgangsgebuhr|poplatek v mene uctu',
  reference:
    'archive id|arhiveerimistunnus|iraso nr|arhiva kods|referenz id|reference|reference operation|reference de l operation|reference de la transaction|reference bancaire|numero d operation|numero operation|transaction id|identifiant de transaction|id de transaction|transaction reference number|transaction reference|referencni cislo transakce|zkb reference|buchungsreferenz|transactiereferentie|id transakce|entry reference|bank reference|ref|id|volgnr|reference number|transaktionscode|transaktions nr|transaktionsnummer|transaction no|transaction number|arkistointitunnus|numero de mouvement|no de sequence|numero de transaction|transaction ref|bank ref|numer referencyjny|verifikationsnummer|verifikation|numero movimento|cro|id movimiento|numero de movimiento|num mov|transactienummer|fitid|transferwise id|order id|zahlungsreferenz bank|bankreferenz|referenznummer|referencia|volgnummer|operation id|belegnummer|referenz|transactionid|transaktions id|codice transazione|code de transaction|numero di transazione|n di transazione|n de transaction|auftragsnummer|numero di ordine|referencni cislo|codigo de transaccion|numero de reference|referencia del movimiento|tranzakcio azonosito|azonosito',
  label:
    'libelle complet operation|libelle operation|libelle de l operation|libelle|libelles|libelle simplifie|libelle court|detail de l ecriture|details de l operation|informations complementaires|motif|communication|communications|label|description|details|narrative|memo|verwendungszweck|vorgang verwendungszweck|buchungsdetails|booking text|payment purpose|payment reference|transaction description|transaktionsbeschreibung|transaktionsbeschreibung zusatz|omschrijving|omschrijving 1|omschrijving 2|omschrijving 3|vrije mededeling|mededelingen|message for payee|message for me|zprava|zprava pro prijemce|zprava pro me|poznamka|kozlemeny|reszletek|subject|concepto|descrizione|causale|opis|tytul|notes|toelichting|variable symbol 1|variabilni symbol 1|vs|item|polozka|bank account details|message|text|remittance information|remittance|detail|descripcion|descricao|beschreibung|avisierungstext|texte de notification|testo di notifica|notification text|tekst|tytul operacji|tytulem|opis transakcji|rubrik|otsikko|viesti|selite|buchungs details|betreff|movimiento|mas datos|observaciones|notifications|details du mouvement|transaction|transactie|descrizione estesa|descrizione operazione|causale movimento|zahlungsgrund|zahlungszweck|mitteilung|melding|meddelande|besked|beskrivning|beskrivelse|forklaring|explanation|transaction details|particulars|informations|libelle interbancaire|nature|objet|historico|observacoes|kommentar|mitteilungen|textschlussel|leiras|popis|oznameni|ucel platby|purpose|kuvaus|information|viestit|libelle complementaire|commentaire|transaction narrative|statement descriptor|referens|communication libre|mededeling|beschrijving|communication libre ou structuree|vrije mededelingen|reference message|kommunikation|zweck|nachricht|kundeninformation|zahlungsinformation|nota|notas|note|tresc|uzenet|komentar|descrizione completa|umsatztext|umsatzbeschreibung|umsatzdetails|testo|testo d avviso|dettagli|dettaglio|texte comptable|paaiskinimai|informacija sanemejam|maksajuma merkis|selgitus|informacia pre prijimatela|informacia pre prijemcu|informace pro prijemce|popis transakcie|popis operacie|popis operace|poznamka pro mne|poznamka k uhrade|desc|remarque|reason|transaction ref1|transaction ref2|transaction ref3|vwz|vwz1|mitteilung referenz|zusatzinfos transaktion|parola chiave|osservazioni|causale descrizione|tipo di ordine testo di contabilizzazione|transactions|transazione|buchungsbeschreibung|notitie|opmerking|betalingskenmerk omschrijving|messaggio|oggetto|mensaje|asunto|zahlungsreferenz',
  party:
    'nom de la contrepartie|contrepartie nom|naam van de tegenpartij|empfanger auftraggeber name|contrepartie|tiers|beneficiaire emetteur|counterparty name|counterparty|counteraccount name|naam tegenpartij|naam|name zahlungsbeteiligter|beguenstigter zahlungspflichtiger|begunstigter zahlungspflichtiger|auftraggeber empfanger|auftraggeber begunstigter|empfanger auftraggeber|nazev protiuctu|partner name|partner neve|name|handelaar|merchant|supplierfound|empfanger|kontrahent|payee payer|counter party|naam omschrijving|name description|nom contrepartie contient|nom contrepartie|naam tegenpartij bevat|begunstigter auftraggeber|empfanger zahlungspflichtiger|auftraggeber zahlungsempfanger|partnername|empfaenger 1|empfanger 1|empfaenger|beguenstigter auftraggeber|saaja maksaja|nadawca odbiorca|nadawca|nazwa kontrahenta|nazwa odbiorcy nadawcy|dane kontrahenta|namn|nimi|navn|nome|nombre|razon social|contrapartida|controparte|ordinante beneficiario|beneficiario ordinante|merchant name|tiers beneficiaire|nom du tiers|nom|zahlungspflichtiger zahlungsempfanger|name des partners|sender receiver|mottagare avsandare|protistrana|nazov partnera|tegenpartij|raison sociale|partij|partner|tegenrekeninghouder|tegenrekening houder|nazev protistrany|nazov protistrany|nazov uctu partnera|gavejas|saaja maksja|saaja maksja nimi|sanemejs maksatajs|name auftraggeber begunstigter|beneficiary s name|beneficiary name|merchantname|name des empfangers|sender empfanger|name tegenpartij|naam rekeninghouder tegenpartij|gavejas moketojas|moketojas gavejas|jmeno protistrany|partner elnevezese',
  payer: 'zahlungspflichtige r|zahlungspflichtiger|auftraggeber|payer|emetteur|donneur d ordre|debtor|ordenante|ordinante|payer name|auftraggebername|zahler|maksaja|betaler|avsandarnamn|sender|sender name|source name|remitter|ordonnateur|ordenante nombre|mittente|placeni od|debtor name|auftraggeber name',
  payee: 'zahlungsempfanger in|zahlungsempfanger|payee|beneficiaire|destinataire|creditor|beneficiary|beneficiario|payee name|empfangername|zahlungsempfanger name|maksunsaaja|mottagarnamn|recipient|recipient name|target name|receiver|odbiorca|creditor name|destinatario',
  partyAccount:
    'iban zahlungsbeteiligter|beneficiary iban|kontonummer iban|iban contrepartie|iban de la contrepartie|counterparty iban|partner iban|partner szamlaszama|tegenrekening iban bban|tegenrekening|rekeningnummer tegenpartij|cislo protiuctu|kontonummer|iban|tegenrekening iban|payee account number|compte contrepartie|compte partie adverse|rekening tegenpartij|numer konta|numer rachunku kontrahenta|konto nr iban|saajan tilinumero|cuenta contrapartida|conto controparte|iban controparte|counter account|counterparty account|kontonummer motpart|iban bic|iban beneficiario|rachunek kontrahenta|iban des zahlungsbeteiligten|beneficiary account|sender account|iban partner|partner konto|modkonto|mottagarkonto|tegenrekeningnummer|beneficiary s account|iban konto nr|iban kontonummer|iban kto nr|konto iban|iban account number|kontoverbindung des partners|cislo uctu protistrany|cislo uctu partnera|iban protistrany|saaja maksja konto|konto bank|counterparty account number|partner szamla',
  account: 'ucet|iban auftragskonto|iban auftraggeberkonto|auftragskonto|auftraggeberkonto|iban bban|rekeningnummer|rekening|account number|account|numero de compte|compte|cislo uctu|szamlaszam|iban du compte|own account|konto|accountnum|posted account|kontonumer|numero conto|cuenta|conta|rachunek|numer rachunku|mijn rekening|eigenes konto|kontobezeichnung|account iban|accountnumber|kontonr|compte du titulaire|iban rekening|iban konto|iban auftraggeber|saskaitos nr|kliendi konto|klienta konts|conto o carta|numero di conto|numero rapporto|konyvelesi szamla',
  originalAmount: 'original amount|montant d origine|montant original|originalbetrag|oorspr bedrag|orig amount|local amount|betrag fremdwahrung|montant en devise|betrag in fremdwahrung|montant en devise d origine|importe original|amount in foreign currency|foreign amount|importo in divisa|originalamount|montant en monnaie d origine|zielbetrag nach gebuhren|puvodni castka uhrady|original auftragsbetrag',
  originalCurrency: 'original currency|devise d origine|devise originale|originalwahrung|oorspr munt|orig currency|local currency|fremdwahrung|originalcurrency|monnaie originale|zielwahrung|puvodni mena uhrady|original wahrung',
  endToEndId: 'kundenreferenz end to end|kundenreferenz|end to end id|end to end reference|end to end|reference end to end|betalingskenmerk|ende zu ende referenz|end to end referenz|endtoendid|eref|kundenreferenz e2e|reference client|reference donneur d ordre|e2e reference|client reference|auftraggeberreferenz',
  mandateId: 'mandatsreferenz|machtigingskenmerk|mandate reference|mandate id|reference de mandat|reference mandat|rum|mandaat|mandat|mandaatreferentie|mandatsref|machtigings id|mandato|mandatreferenz|ref mandat|reference unique du mandat|machtigingsnummer|mandate identification|mandat id|mandats id',
  structuredReference: 'gestructureerde mededeling|communication structuree|structured reference|creditor reference|viitenumero|viite|ocr|ocr nummer|kid|kid nummer|qr referenz|referenznummer qrr|reference structuree|estructurada|ogm|vcs|structured communication|scor',
  code: 'type operation|type d operation|nature de l operation|operation|umsatzart|transaction type|transaktionstyp|typ transakce|tranzakcio tipusa|vorgang|buchungstext|type|categorie operation|opis operacji|laji|selitys|mutatiesoort|mutatie soort|typ operacji|rodzaj operacji|rodzaj transakcji|transaction code|tipo operazione|tipo movimento|tipologia|buchungsart|geschaftsvorfall|vorgangsart|subcategory|type de transaction|type de mouvement|tipo de movimiento|tipo de operacion|operation type|transaktionsart|textschlussel code|omsattningstyp|type of transaction|kategorie transakce|tipo|type verrichting|oznaceni operace|verrichtingstype|soort transactie|soort|typ|auftragsart|art|tipo di ordine|posting text|betaalwijze|typ transakcie|typ operacie|typ uhrady|rodzaj|tehingu tuup|maksajuma veids|kodas|tipo movimento causale|art der transaktion|type of payment|tipus',
  returnReason: 'reden retour|motif de rejet|return reason|motif du refus|ruckgabegrund|duvod neprovedeni|return reason code',
};

/** A title may mean two things, such as "Valuta": then what the cells look like decides, in the order of the table above. */
const byTitle = new Map<string, Claimed[]>();
/** The titles of the main table alone: those of further countries are too short, some of them, to be looked for inside others. */
const withinTitles = new Map<string, Claimed[]>();
for (const role of Object.keys(titles) as (keyof typeof titles)[]) {
  const main = titles[role].split('|');
  for (let rank = 0; rank < main.length; rank++) {
    claim(byTitle, main[rank]!, role, rank);
    claim(withinTitles, main[rank]!, role, rank);
  }
  const further = furtherTitles[role]?.split('|') ?? [];
  for (let i = 0; i < further.length; i++) claim(byTitle, further[i]!, role, main.length + i);
}

function claim(map: Map<string, Claimed[]>, title: string, role: Role, rank: number): void {
  const held = map.get(title);
  if (held === undefined) map.set(title, [{ role, rank }]);
  else if (held.at(-1)!.role !== role) held.push({ role, rank });
}

export interface Claimed {
  readonly role: Role;
  /** The lower, the surer. */
  readonly rank: number;
}

export interface Title {
  /** In the normal form of the table above. */
  readonly text: string;
  /** The same where words are told from each other by capitals alone, as in `CounterpartyName`; null for any other. */
  readonly apart: string | null;
  /** Currency that the title names, as in `Betrag (EUR)`. */
  readonly currency: string | null;
}

const currencyWords: Readonly<Record<string, string>> = { '€': 'EUR', euro: 'EUR', euros: 'EUR', '£': 'GBP', $: 'USD', us$: 'USD', usd$: 'USD', ca$: 'CAD', cad$: 'CAD', c$: 'CAD', a$: 'AUD', r$: 'BRL', '¥': 'JPY', '₹': 'INR', zl: 'PLN', kc: 'CZK' };

/** Letters that Unicode does not take apart. */
const withoutAccent: Readonly<Record<string, string>> = { ø: 'o', æ: 'ae', ł: 'l', đ: 'd', ß: 'ss', ð: 'd', þ: 'th', ı: 'i' };

/** Takes a column title apart into words and a currency. */
export function readTitle(cell: string, isCurrency: (code: string) => boolean): Title {
  const apart = /\p{Ll}\p{Lu}/u.test(cell) ? wordsOf(cell.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'), isCurrency).text : null;
  return { ...wordsOf(cell, isCurrency), apart };
}

function wordsOf(cell: string, isCurrency: (code: string) => boolean): Pick<Title, 'text' | 'currency'> {
  let currency: string | null = null;
  const words: string[] = [];
  for (const word of cell.replace(/[øæłđßðþıØÆŁĐÐÞ]/g, (letter) => withoutAccent[letter.toLowerCase()]!).normalize('NFKD').replace(/\p{M}/gu, '').split(/[^\p{L}\p{N}€£$¥₹]+/u)) {
    const named = currencyWords[word.toLowerCase()] ?? (/^[A-Z]{3}$/.test(word) && isCurrency(word) ? word : undefined);
    if (named !== undefined) currency = named;
    else if (word !== '') words.push(word.toLowerCase());
  }
  return { text: words.join(' '), currency };
}

/** The roles that a title usually has, also where a number is added to it, or its words are written without blanks; none for a title that is not known. */
export function usualRoles({ text, apart }: Pick<Title, 'text' | 'apart'>): readonly Claimed[] {
  const known = byTitle.get(text) ?? byTitle.get(text.replace(/ ?\d{1,2}$/, ''));
  return known ?? (apart === null ? none : (byTitle.get(apart) ?? byTitle.get(apart.replace(/ ?\d{1,2}$/, '')) ?? none));
}

const none: readonly Claimed[] = [];

// Roles whose cells show whether a guess by part of the title is right, or in which a guess does no harm.
const guessed: ReadonlySet<Role> = new Set<Role>(['bookingDate', 'valueDate', 'amount', 'debit', 'credit', 'balance', 'label', 'currency', 'reference', 'party']);
/** What makes a title mean something else than the word in it. */
const otherThings =
  /\b(?:origin\w*|fremd\w*|devise|foreign|available|disponible\w*|verfugbar\w*|ultimate|uiteindelijke|naam|name|nom|nome|nombre|typ\w*|code|kod|bic|swift|steuer|tva|vat|tax|kurs|rate|taux|land|country|pays|categor\w*|kategor\w*|time|heure|uhrzeit|card|karte|carte|kaart|gla?e?ubiger\w*|creditor|creancier|crediteur|incassant|adresse?\w*|address\w*|email|mail|blokad\w*|rezerw\w*|blocked|reserved|w walucie|initial|final\w*|anfang\w*|opening|sub|sous|individual|einzel\w*)\b/;
/** Whether a title, by a word in it, is that of something beside the movement: a card, a rate, a tax. */
export function isOtherThing(title: string): boolean {
  return otherThings.test(title);
}

const sideWords: ReadonlySet<Role> = new Set<Role>(['debit', 'credit']);

/**
 * The roles of the longest known title inside one that is not known, such as `Date de l'operation bancaire`; their rank stands behind all that are known. `Importo di addebito` is an
 * amount and a debit: the side says more.
 */
export function containedRoles(title: string): readonly Claimed[] {
  const words = title.split(' ');
  if (words.length < 2 || words.length > 8 || otherThings.test(title)) return none;
  const runs: (readonly Claimed[])[] = [];
  for (let size = words.length - 1; size > 0; size--) {
    for (let from = 0; from + size <= words.length; from++) {
      const known = withinTitles.get(words.slice(from, from + size).join(' '))?.filter(({ role }) => guessed.has(role));
      if (known && known.length > 0) runs.push(known);
    }
  }
  const longest = runs[0];
  if (longest === undefined) return none;
  const isAmount = longest.some(({ role }) => role === 'amount');
  const found = (isAmount && runs.find((run) => run.some(({ role }) => sideWords.has(role)))) || longest;
  return found.map(({ role, rank }) => ({ role, rank: rank + 1000 }));
}
