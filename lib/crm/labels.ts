/** What CRMs call a person's facts, in the languages their reps work in. Lower case, without colon or asterisk. */
import type { FactName } from '../contract/recipe.ts';

const WORDS: Record<FactName, string> = {
  name: 'name|full name|contact name|lead name|vollständiger name|nom complet|nom|nombre completo|nombre|nome completo|nome|naam|volledige naam|namn|navn|imię i nazwisko|имя|фио|氏名|名前|姓名|이름',
  email:
    'email|e-mail|email address|e-mail address|email addresses|primary email|work email|e-mail-adresse|e-mailadresse|mail|courriel|adresse e-mail|adresse email|adresse mail|correo electrónico|correo|dirección de correo electrónico|posta elettronica|indirizzo email|endereço de e-mail|e-mailadres|e-postadress|e-post|adres e-mail|эл. почта|электронная почта|почта|メール|メールアドレス|电子邮件|邮箱|電子郵件|이메일',
  company:
    'company|company name|account|account name|organization|organisation|organization name|employer|firma|unternehmen|firmenname|organisation name|entreprise|société|compte|empresa|cuenta|compañía|azienda|società|bedrijf|organisatie|företag|virksomhed|firma nazwa|компания|организация|会社|会社名|公司|회사',
  title:
    'title|job title|position|role|function|funktion|titel|berufsbezeichnung|fonction|poste|cargo|puesto|título|posizione|ruolo|qualifica|functie|befattning|stanowisko|должность|役職|职位|職稱|직책',
  phone:
    'phone|phone number|work phone|office phone|telephone|mobile|mobile phone|telefon|telefonnummer|handy|mobil|téléphone|portable|teléfono|móvil|telefono|cellulare|telefone|telefoon|телефон|電話|電話番号|电话|전화',
  owner:
    'owner|assigned to|assigned user|account owner|lead owner|contact owner|record owner|salesperson|zuständig|besitzer|verantwortlich|inhaber|propriétaire|assigné à|propietario|asignado a|proprietario|assegnato a|proprietário|eigenaar|ägare|właściciel|ответственный|担当者|负责人|담당자',
};

/** Made when it is first asked for: most pages are read by their places alone. */
let factOf: Map<string, FactName> | null = null;
const factsByWord = (): Map<string, FactName> =>
  new Map(
    (Object.keys(WORDS) as FactName[]).flatMap((fact) =>
      WORDS[fact].split('|').map((word): [string, FactName] => [word, fact]),
    ),
  );

/** Longer than any label (31), so that long texts are not even looked at. */
export const LONGEST_LABEL = 35;

/** @returns the fact this text is a label of, or undefined */
export function factOfLabel(text: string): FactName | undefined {
  if (text.length > LONGEST_LABEL + 40) return undefined;
  factOf ??= factsByWord();
  return factOf.get(plainLabel(text));
}

/** @returns a label's words as they are compared: without colon, asterisk, case */
export function plainLabel(text: string): string {
  const plain = text.trim();
  // Most texts of a page are looked at and few have anything to take away.
  return (/[:：*\s]/.test(plain) ? plain.replace(/[:：*\s]+/g, ' ').trim() : plain).toLowerCase();
}
