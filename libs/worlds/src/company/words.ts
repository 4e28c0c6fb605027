import type { Country } from './identifiers.js';
import { northernWords, southernWords } from './more-words.js';

export const languages = ['fr', 'de', 'be', 'nl', 'en', 'es', 'it', 'pl', 'pt', 'sv', 'da'] as const;
export type Language = (typeof languages)[number];

/** What company names and remittance texts of one language are made of. */
export interface Words {
  readonly countries: readonly Country[];
  readonly surnames: readonly string[];
  readonly trades: readonly string[];
  readonly places: readonly string[];
  readonly suffixes: readonly string[];
  readonly legalForms: readonly string[];
  /** Words that a payer writes before an invoice number. */
  readonly invoiceWords: readonly string[];
  readonly paymentWords: readonly string[];
  readonly accountPrefix: string;
  /** Words of dates: "invoice of 12.5.2026", and the months, for those who name what they pay by them. */
  readonly invoiceOf: string;
  readonly months: readonly string[];
}

const list = (text: string): string[] => text.split('|');

export const words: Readonly<Record<Language, Words>> = {
  fr: {
    countries: ['FR', 'FR', 'FR', 'FR', 'FR', 'FR', 'LU'],
    surnames: list('Aubertin|Baudry|Chastel|Delorme|Escoffier|Fouquet|Gaillard|Hénaff|Jolivet|Lachaume|Marchetti|Naudin|Ollivier|Perrachon|Quéméner|Ravanel|Saulnier|Thévenet|Vaillant|Bérenger|Cazenave|Desmarais|Fabrègue|Grandjean|Le Bihan|Le Guen|Maillot|Noiret|Pruvost|Roussillon|Sénéchal|Tanguy|Vasseur|Berthelot|Courtois|Dumoulin|Faucher|Girault|Lambertin|Moreau-Petit'),
    trades: list('Menuiserie|Boulangerie|Électricité|Plomberie|Imprimerie|Transports|Carrosserie|Couverture|Peinture|Serrurerie|Jardins|Optique|Pharmacie|Brasserie|Traiteur|Métallerie|Charpente|Fromagerie|Librairie|Papeterie|Ambulances|Terrassement|Isolation|Nettoyage|Sécurité|Conseil|Informatique|Étanchéité'),
    places: list('Lyon|Nantes|Bretagne|Savoie|Littoral|Val de Loire|Est|Grand Ouest|Midi|Provence|Picardie|Bordeaux|Lille|Grenoble|Dijon|Rouen|Limousin|Cévennes'),
    suffixes: list('Services|Développement|& Fils|Associés|Frères|Distribution|Industrie|Holding|Groupe|Solutions|Équipement|Négoce'),
    legalForms: list('SAS|SARL|SA|EURL|SASU|SCOP|SNC|SCI'),
    invoiceWords: list('FACTURE|FACT|FAC|FACT.|F|REGLT FACTURE|PAIEMENT FACTURE|VOTRE FACTURE|NOTRE REGLEMENT FACTURE|FACTURE N|RGT FA'),
    paymentWords: list('REGLEMENT|VIREMENT|PAIEMENT|REGLEMENT FOURNISSEUR|VIR|SOLDE|MERCI|REGLEMENT RELEVE'),
    accountPrefix: 'CLIENT',
    invoiceOf: 'FACTURE DU',
    months: list('JANVIER|FEVRIER|MARS|AVRIL|MAI|JUIN|JUILLET|AOUT|SEPTEMBRE|OCTOBRE|NOVEMBRE|DECEMBRE'),
  },
  de: {
    countries: ['DE'],
    surnames: list('Ahlers|Brandstätter|Cordes|Dietzel|Engelhardt|Föllmer|Grünwald|Haberkorn|Immendorf|Jürgens|Kießling|Lohmüller|Mahnke|Niederhöfer|Oppelt|Pfannenschmidt|Quast|Rössler|Schönfelder|Tiedemann|Uhlenbrock|Vogelsang|Wiesböck|Zöllner|Böttcher|Eichhorn|Hübscher|Kröger|Mühlbauer|Störmer'),
    trades: list('Maschinenbau|Bäckerei|Elektrotechnik|Spedition|Druckerei|Autohaus|Dachdeckerei|Tischlerei|Malerbetrieb|Großhandel|Gartenbau|Metallbau|Apotheke|Logistik|Haustechnik|Werkzeugbau|Verpackungen|Kältetechnik|Gebäudereinigung|Softwarehaus'),
    places: list('Hamburg|Bayern|Rhein-Main|Nord|Süd|Stuttgart|Köln|Sachsen|Westfalen|Bodensee|Ruhr|Franken'),
    suffixes: list('& Söhne|und Partner|Vertrieb|Technik|International|Beteiligungen|Systeme|Handel|Service|Werke'),
    legalForms: list('GmbH|GmbH & Co. KG|KG|AG|e.K.|OHG|UG (haftungsbeschränkt)'),
    invoiceWords: list('RECHNUNG|RE|RG|RNR|RG-NR.|RECHNUNGSNR.|RE-NR|RECHN.|R.NR.|BELEG'),
    paymentWords: list('ZAHLUNG|UEBERWEISUNG|RECHNUNGSAUSGLEICH|DANKE|SAMMELUEBERWEISUNG|LT. AUFSTELLUNG|AVIS FOLGT'),
    accountPrefix: 'KD-NR',
    invoiceOf: 'RECHNUNG VOM',
    months: list('JANUAR|FEBRUAR|MAERZ|APRIL|MAI|JUNI|JULI|AUGUST|SEPTEMBER|OKTOBER|NOVEMBER|DEZEMBER'),
  },
  be: {
    countries: ['BE'],
    surnames: list('Claessens|De Backer|Delvaux|Evrard|Franssens|Goovaerts|Hermans|Jacquemin|Lemmens|Michiels|Nijs|Piron|Renders|Stassen|Thonnard|Vandamme|Van Hecke|Verlinden|Willems|Lambrechts'),
    trades: list('Brouwerij|Bouwwerken|Schrijnwerkerij|Garage|Drukkerij|Imprimerie|Toitures|Chocolaterie|Transports|Elektro|Tuinen|Immobilière|Installaties|Boucherie'),
    places: list('Gent|Liège|Antwerpen|Namur|Brussels|Ardennes|Vlaanderen|Charleroi|Leuven|Kempen'),
    suffixes: list('& Zonen|& Co|Group|Services|Invest|Projects|Partners|Logistics'),
    legalForms: list('BV|NV|SRL|SA|CV|SNC'),
    invoiceWords: list('FACTUUR|FACTURE|FACT|F|FAKT|FACTUURNR|VOTRE FACTURE|UW FACTUUR'),
    paymentWords: list('BETALING|PAIEMENT|OVERSCHRIJVING|VIREMENT|SALDO|SOLDE'),
    accountPrefix: 'KLANT',
    invoiceOf: 'FACTUUR VAN',
    months: list('JANUARI|FEBRUARI|MAART|APRIL|MEI|JUNI|JULI|AUGUSTUS|SEPTEMBER|OKTOBER|NOVEMBER|DECEMBER'),
  },
  nl: {
    countries: ['NL'],
    surnames: list('Van den Akker|Brouwers|De Graaf|Dijkstra|Hoekstra|Van der Heide|Jonker|Kuiper|Langendijk|Meijerink|Noordam|Postma|Rietveld|Scholten|Terpstra|Van Vliet|Wolters|Zijlstra'),
    trades: list('Bouwbedrijf|Installatietechniek|Kwekerij|Transport|Drukkerij|Autobedrijf|Schilderwerken|Timmerfabriek|Zuivel|Techniek|Groothandel|Schoonmaak|Jachtbouw|Bakkerij'),
    places: list('Utrecht|Rotterdam|Twente|Brabant|Zeeland|Noord|Eindhoven|Friesland|Randstad'),
    suffixes: list('Holding|Beheer|& Zn|Groep|Services|International|Advies|Diensten'),
    legalForms: list('B.V.|N.V.|V.O.F.|C.V.'),
    invoiceWords: list('FACTUUR|FACT.NR|FACTUURNUMMER|FACT|BETALING FACTUUR|NOTA'),
    paymentWords: list('BETALING|VOLDAAN|OVERBOEKING|SPOEDBETALING|DANK'),
    accountPrefix: 'DEBITEUR',
    invoiceOf: 'FACTUUR VAN',
    months: list('JANUARI|FEBRUARI|MAART|APRIL|MEI|JUNI|JULI|AUGUSTUS|SEPTEMBER|OKTOBER|NOVEMBER|DECEMBER'),
  },
  en: {
    countries: ['GB'],
    surnames: list('Ashdown|Birtwistle|Caldwell|Dunmore|Eastwood|Fairclough|Garside|Hargreaves|Illingworth|Kershaw|Lockwood|Micklethwaite|Northcott|Ollerton|Penhaligon|Ravenscroft|Sutcliffe|Thornbury|Wetherby|Yardley'),
    trades: list('Engineering|Bakery|Joinery|Haulage|Printing|Roofing|Catering|Electrical|Interiors|Landscapes|Motors|Packaging|Supplies|Textiles|Design|Media|Plumbing|Surveying'),
    places: list('Northern|Highland|Severn|Pennine|London|Leeds|Mersey|Cotswold|Harbour|Tyne'),
    suffixes: list('Partners|& Sons|Group|Trading|Services|Holdings|Solutions|International|& Co|Works'),
    legalForms: list('Ltd|Limited|PLC|LLP'),
    invoiceWords: list('INVOICE|INV|INV NO|INVOICE NO.|YOUR INV|PAYMENT OF INVOICE|BILL'),
    paymentWords: list('PAYMENT|BACS PAYMENT|SETTLEMENT|THANK YOU|STATEMENT|REMITTANCE TO FOLLOW'),
    accountPrefix: 'ACCOUNT',
    invoiceOf: 'INVOICE OF',
    months: list('JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER'),
  },
  es: {
    countries: ['ES'],
    surnames: list('Aranda|Benavides|Cifuentes|Domínguez|Echeverría|Figueroa|Galván|Hinojosa|Ibáñez|Jaramillo|Lizárraga|Montesinos|Núñez|Olmedo|Peñalver|Quiroga|Rebollo|Sepúlveda|Urrutia|Zamorano'),
    trades: list('Talleres|Panadería|Transportes|Construcciones|Carpintería|Imprenta|Bodegas|Suministros|Electricidad|Reformas|Farmacia|Conservas|Maquinaria|Jardinería'),
    places: list('Levante|Norte|Sevilla|Aragón|Galicia|Costa Brava|Castilla|Bilbao|Ebro'),
    suffixes: list('e Hijos|Hermanos|Grupo|Servicios|Asociados|Internacional|Ibérica|Distribución'),
    legalForms: list('S.L.|S.A.|S.L.U.|S.Coop.'),
    invoiceWords: list('FACTURA|FRA|FRA.|FACT.|PAGO FACTURA|N/FACTURA|SU FACTURA'),
    paymentWords: list('PAGO|TRANSFERENCIA|LIQUIDACION|ABONO|SALDO|GRACIAS'),
    accountPrefix: 'CLIENTE',
    invoiceOf: 'FACTURA DEL',
    months: list('ENERO|FEBRERO|MARZO|ABRIL|MAYO|JUNIO|JULIO|AGOSTO|SEPTIEMBRE|OCTUBRE|NOVIEMBRE|DICIEMBRE'),
  },
  ...southernWords,
  ...northernWords,
};
