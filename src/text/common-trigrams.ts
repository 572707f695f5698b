/** The 400 runs of three letters that are most frequent in public source code and its documents, commonest first. */
const COMMON = (
  "ion tio ing ent the ate ame app nam typ ype pti con ser est def pro ter dat val ati lue ons ass and str alu tri " +
  "tes ble res abl der rin als err lse ult ren age sta ect fal ert ret exp tur ata ont nte ort las efa rom aul fau " +
  "sse cat des etu opt por scr sio fil cri rip ord met ipt urn ers ted for ver esc arg ess nal use odu dre get tru " +
  "ode equ que rat han fro ith mpo rea tat rro ror ues tem one imp ext pan uct rde cli ist req chi ona oun ild men " +
  "xpa int com rue cti rod cha all hil tva duc che out ssi per unt not set nda lat fla ldr cre ste dab tin ltv lie " +
  "wit ica var ien red tor lic tex ine ask mpl esp ria pat ust ite lte nst key sto tho par man ari ann nne non eve " +
  "ilt erv pri rgo del sel ant lin onf ute eat add nce ere cal ref era eth nfi nse ive ind ces rou fun cod lis nel " +
  "hen mod nti unc pla ven pli pon end cou emp ath jec act obj url api cla fig mes gra nde elf our ppl ten pes ice " +
  "ins eta dis nts ace ete ttp htt tra rep spo ses pre rce ule pec fie att pag les ner tit ile ore ook ele atu ttr " +
  "ase erm her thi ran ian urc hod tus ara ana iss sou mis are bje ery eld tch pin iel tom tax nag ire his shi upd " +
  "son pda hec eck enc tal ide whe ock epr anc rec ram ail but pos sti els ory ead rap ric rmi loa ali lle rre ppi " +
  "rib hip ost ign ill num eco ang oad ple rve ime ope ene wor eso edi ain ber exc ard gin lab ipp cur reg ure ull " +
  "ize rsi ota hea tim pac llo dex put clu let mdx ibu pay any loc led git nfo aut gro ans bas efi cor atc ity low " +
  "aph omm inf epo hel ade cus cko yme oca orm env map hoo mat run inp kou egi nta sco lea goc min ocd uer sec log " +
  "ato fer jso umb teg oke iti ler"
).split(" ");

/** Bytes of such text, from the most to the least frequent; what is missing here is rarer. */
const FREQUENT = " etaoinsrldcupmhfgbyv.,\"x-_w=();:k/'0{}12j[]3<>4596q8z7+*#&!|@$?%\\`~";

const LETTER = 31;
const runs = new Float32Array(32 * 32 * 32);
for (const [rank, run] of COMMON.entries())
  runs[codeOf(run.charCodeAt(0), run.charCodeAt(1), run.charCodeAt(2))] = 90_000 / (rank + 25);
const shares = new Float32Array(256).fill(shareOf(FREQUENT.length));
for (let rank = 0; rank < FREQUENT.length; rank++) shares[FREQUENT.charCodeAt(rank)] = shareOf(rank);

/** About how many times three lower-case bytes come in a row in a million places of ordinary text. */
export function frequencyOf(a: number, b: number, c: number): number {
  const known = isLetter(a) && isLetter(b) && isLetter(c) ? (runs[codeOf(a, b, c)] ?? 0) : 0;
  return known > 0 ? known : 1_000_000 * (shares[a] ?? 0) * (shares[b] ?? 0) * (shares[c] ?? 0);
}

function codeOf(a: number, b: number, c: number): number {
  return ((a & LETTER) << 10) | ((b & LETTER) << 5) | (c & LETTER);
}

function isLetter(byte: number): boolean {
  return byte >= 97 && byte <= 122;
}

function shareOf(rank: number): number {
  return 0.1 / (1 + rank / 4);
}
