import type { Words } from './words.js';

const list = (text: string): string[] => text.split('|');

export const southernWords: Readonly<Record<'it' | 'pt', Words>> = {
  it: {
    countries: ['IT'],
    surnames: list('Albertini|Barbieri|Castellani|Donadoni|Esposito|Ferrarin|Gambino|Iannone|Locatelli|Mancuso|Nardelli|Ottaviani|Pellegrin|Quaranta|Ruggeri|Santoro|Tedesco|Ubaldi|Vitale|Zanetti'),
    trades: list('Officine|Panificio|Trasporti|Costruzioni|Falegnameria|Tipografia|Cantine|Forniture|Impianti|Ceramiche|Farmacia|Conserve|Meccanica|Tessitura|Pelletterie'),
    places: list('Milano|Veneto|Emilia|Torino|Napoli|Toscana|Adriatica|Brianza|Liguria|Puglia'),
    suffixes: list('e Figli|Fratelli|Gruppo|Servizi|Associati|Internazionale|Italia|Distribuzione'),
    legalForms: list('S.r.l.|S.p.A.|S.n.c.|S.a.s.'),
    invoiceWords: list('FATTURA|FATT.|FT|FATT. N.|SALDO FATTURA|VS FATTURA|PAGAMENTO FT'),
    paymentWords: list('BONIFICO|PAGAMENTO|SALDO|ACCREDITO|DISTINTA FORNITORI|GRAZIE'),
    accountPrefix: 'COD. CLIENTE',
    invoiceOf: 'FATTURA DEL',
    months: list('GENNAIO|FEBBRAIO|MARZO|APRILE|MAGGIO|GIUGNO|LUGLIO|AGOSTO|SETTEMBRE|OTTOBRE|NOVEMBRE|DICEMBRE'),
  },
  pt: {
    countries: ['PT'],
    surnames: list('Abrantes|Barroso|Cerqueira|Drumond|Esteves|Fonseca|Guimarães|Henriques|Leitão|Magalhães|Negrão|Pacheco|Queirós|Rebelo|Simões|Teles|Valadares|Zagalo'),
    trades: list('Padaria|Construções|Transportes|Carpintaria|Gráfica|Cortiças|Conservas|Têxteis|Serralharia|Vinhos|Farmácia|Oficinas|Moldes'),
    places: list('Lisboa|Porto|Minho|Algarve|Coimbra|Douro|Aveiro|Alentejo|Braga'),
    suffixes: list('& Filhos|Irmãos|Grupo|Serviços|Associados|Internacional|Distribuição|Indústria'),
    legalForms: list('Lda.|S.A.|Unipessoal Lda.'),
    invoiceWords: list('FATURA|FAT.|FT|FACTURA|PAG. FATURA|V/FATURA|FATURA N.'),
    paymentWords: list('PAGAMENTO|TRANSFERENCIA|LIQUIDACAO|SALDO|OBRIGADO'),
    accountPrefix: 'CLIENTE',
    invoiceOf: 'FATURA DE',
    months: list('JANEIRO|FEVEREIRO|MARCO|ABRIL|MAIO|JUNHO|JULHO|AGOSTO|SETEMBRO|OUTUBRO|NOVEMBRO|DEZEMBRO'),
  },
};

export const northernWords: Readonly<Record<'pl' | 'sv' | 'da', Words>> = {
  pl: {
    countries: ['PL'],
    surnames: list('Adamczyk|Białek|Chojnacki|Dąbek|Filipiak|Górecki|Jasiński|Kubacki|Łukasik|Majchrzak|Nowicki|Ostaszewski|Piątek|Rutkowski|Świątek|Tomaszek|Urbański|Wrona|Zięba|Żurawski'),
    trades: list('Piekarnia|Budownictwo|Transport|Stolarnia|Drukarnia|Hurtownia|Zakład Metalowy|Instalacje|Meble|Ogrodnictwo|Apteka|Warsztat|Opakowania|Elektryka'),
    places: list('Warszawa|Kraków|Śląsk|Pomorze|Gdańsk|Łódź|Mazowsze|Poznań|Podlasie'),
    suffixes: list('i Synowie|i Wspólnicy|Grupa|Usługi|Handel|Serwis|Polska|Dystrybucja'),
    legalForms: list('Sp. z o.o.|S.A.|Sp. j.|Sp. k.|P.P.H.U.'),
    invoiceWords: list('FAKTURA|FV|FAKTURA NR|FAKTURA VAT|ZA FAKTURE|FV NR|ZAPLATA ZA FV'),
    paymentWords: list('PRZELEW|ZAPLATA|PLATNOSC|ROZLICZENIE|NALEZNOSC|DZIEKUJE'),
    accountPrefix: 'NR KLIENTA',
    invoiceOf: 'FAKTURA Z DNIA',
    months: list('STYCZEN|LUTY|MARZEC|KWIECIEN|MAJ|CZERWIEC|LIPIEC|SIERPIEN|WRZESIEN|PAZDZIERNIK|LISTOPAD|GRUDZIEN'),
  },
  sv: {
    countries: ['SE', 'SE', 'SE', 'FI'],
    surnames: list('Almqvist|Bergström|Cederlund|Dahlgren|Ekholm|Fagerström|Gyllensten|Hedlund|Isaksson|Jönsson|Kjellberg|Lindqvist|Måård|Nyström|Öberg|Palmgren|Rosén|Sjögren|Törnqvist|Åkesson'),
    trades: list('Bygg|Bageri|Åkeri|Snickeri|Tryckeri|Måleri|Plåtslageri|Trädgård|Apotek|Verkstad|Förpackning|Mekaniska|El|Rör|Fastigheter'),
    places: list('Stockholm|Göteborg|Malmö|Uppsala|Skåne|Norrland|Dalarna|Åbo|Västerås'),
    suffixes: list('& Söner|Gruppen|Service|Handel|Konsult|Teknik|Norden|Invest|i Sverige'),
    legalForms: list('AB|HB|KB|Oy'),
    invoiceWords: list('FAKTURA|FAKT|FAKTURANR|FAKT.NR|BETALNING FAKTURA|ER FAKTURA|FKT'),
    paymentWords: list('BETALNING|INBETALNING|OVERFORING|SALDO|TACK'),
    accountPrefix: 'KUNDNR',
    invoiceOf: 'FAKTURA DATERAD',
    months: list('JANUARI|FEBRUARI|MARS|APRIL|MAJ|JUNI|JULI|AUGUSTI|SEPTEMBER|OKTOBER|NOVEMBER|DECEMBER'),
  },
  da: {
    countries: ['DK', 'DK', 'DK', 'NO'],
    surnames: list('Andreassen|Bjerregaard|Christoffersen|Dalgaard|Eskildsen|Frandsen|Gravesen|Højlund|Iversen|Jørgensen|Kjær|Lauridsen|Mølgaard|Nørgaard|Overgaard|Ravn|Søndergaard|Thygesen|Østergaard|Ågård'),
    trades: list('Tømrer|Bageri|Transport|Murer|Trykkeri|Maler|Smedje|Gartneri|Apotek|Auto|Emballage|Maskinfabrik|VVS|Ejendomme'),
    places: list('København|Aarhus|Odense|Jylland|Fyn|Sjælland|Aalborg|Bergen|Oslo'),
    suffixes: list('& Sønner|Gruppen|Service|Handel|Rådgivning|Teknik|Nordic|Invest'),
    legalForms: list('A/S|ApS|I/S|AS'),
    invoiceWords: list('FAKTURA|FAKT|FAKT.NR|FAKTURANR|BETALING FAKTURA|VEDR FAKTURA|REGNING'),
    paymentWords: list('BETALING|OVERFORSEL|INDBETALING|SALDO|TAK'),
    accountPrefix: 'KUNDENR',
    invoiceOf: 'FAKTURA AF',
    months: list('JANUAR|FEBRUAR|MARTS|APRIL|MAJ|JUNI|JULI|AUGUST|SEPTEMBER|OKTOBER|NOVEMBER|DECEMBER'),
  },
};
