/** Of each month, as the languages of Europe call it and shorten it: without accents, with the endings that it has in a date. */
export const monthNames: readonly string[] = [
  [
    'jan janv janvier januar january januari gen gennaio enero ene janeiro ianuarie ian sty styczen stycznia led leden ledna januara tammi',
    'tammikuu tammikuuta jaanuar janvaris janvari sausio sausis ocak oca sijecanj sijecnja ιαν ιανουαριου януари января',
  ].join(' '),
  [
    'feb fev fevr fevrier februar february februari febbraio febrero fevereiro febr februarie lut luty lutego uno unor unora februara helmi',
    'helmikuu helmikuuta veebr veebruar februaris februari vasario vasaris subat sub veljaca veljace φεβ φεβρουαριου февруари февраля',
  ].join(' '),
  [
    'mar mars marz maerz march maart mrt marzo mrz marts marco marc marcius martie marzec marca bre brezen brezna marec maalis maaliskuu',
    'maaliskuuta kovo kovas mart ozujak ozujka μαρ μαρτιου март марта',
  ].join(' '),
  [
    'apr avr avril april aprile abril abr aprilis aprilie kwi kwiecien kwietnia dub duben dubna aprila huhti huhtikuu huhtikuuta aprill aprili',
    'balandzio balandis nis nisan travanj travnja απρ απριλιου април апреля',
  ].join(' '),
  [
    'may mai mei maggio mayo mag maj maio majus maja kve kveten kvetna touko toukokuu toukokuuta maijs maija geguzes geguze mayis svibanj svibnja',
    'μαι μαιου маи мая',
  ].join(' '),
  [
    'jun juin juni june giugno junio giu junho junius iunie iun cze czerwiec czerwca cer cerven cervna juna junija junij kesa kesakuu kesakuuta',
    'juuni junijs birzelio birzelis haz haziran lipanj lipnja ιουν ιουνιου юни июня',
  ].join(' '),
  [
    'jul juil juillet juli july luglio julio lug julho julius iulie iul lip lipiec lipca cvc cervenec cervence jula julija julij heina heinakuu',
    'heinakuuta juuli julijs liepos liepa tem temmuz srpanj srpnja ιουλ ιουλιου юли июля',
  ].join(' '),
  [
    'aug aout august augustus agosto ago augusti augusztus sie sierpien sierpnia srp srpen augusta avgust avg elo elokuu elokuuta augusts',
    'rugpjucio rugpjutis agu agustos agust kolovoz kolovoza αυγ αυγουστου август августа',
  ].join(' '),
  [
    'sep sept septembre september settembre septiembre set setembro szept szeptember septembrie wrz wrzesien wrzesnia zar zari septembra syys',
    'syyskuu syyskuuta septembris septembri rugsejo rugsejis eyl eylul rujan rujna σεπ σεπτεμβριου септември сентября',
  ].join(' '),
  [
    'oct okt octobre oktober october ottobre octubre ott outubro out octombrie paz pazdziernik pazdziernika rij rijen rijna oktobra loka lokakuu',
    'lokakuuta oktoober oktobris oktobri spalio spalis eki ekim οκτ οκτωβριου октомври октября',
  ].join(' '),
  [
    'nov novembre november noviembre novembro noiembrie noi lis listopadu listopada novembra marras marraskuu marraskuuta novembris novembri',
    'lapkricio lapkritis kas kasim νοε νοεμβριου ноември ноября',
  ].join(' '),
  [
    'dec dez decembre dezember december dicembre diciembre dic dezembro decembrie gru grudzien grudnia pro prosinec prosince decembra joulu',
    'joulukuu joulukuuta dets detsember decembris decembri gruodzio gruodis des desember ara aralik prosinac prosinca δεκ δεκεμβριου декември',
    'декабря',
  ].join(' '),
];
