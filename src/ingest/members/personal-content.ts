import { isFiscalCodeOfPerson } from './values/identifiers.js';

const mailAddress = /[^\s@;,<>()]{1,64}@[^\s@;,<>()]{1,255}\.[a-z]{2,}/i;
const mailAddresses = new RegExp(mailAddress, 'gi');

const holdsMailAddress = (text: string): boolean => text.includes('@') && mailAddress.test(text);

/** Whether a text holds a mail address, or is a person's tax code. */
export function isAboutPerson(text: string): boolean {
  return holdsMailAddress(text) || isFiscalCodeOfPerson(text);
}

/** A text without the mail addresses in it. */
export function withoutMailAddresses(text: string): string {
  return text.includes('@') ? text.replace(mailAddresses, '(…)') : text;
}

/**
 * Whether a column that we do not know is about persons by what stands in it: at least half of its values are mail
 * addresses, telephone numbers, tax codes of persons, or names of people.
 */
export function looksPersonal(values: readonly string[]): boolean {
  const personal = values.filter(
    (value) =>
      isMailAddress(value) || isFiscalCodeOfPerson(value) || isTelephone(value) || isNameOfPerson(value),
  );
  return personal.length > 0 && personal.length * 2 >= values.length;
}

/** Nothing but one or several of them. */
function isMailAddress(text: string): boolean {
  return holdsMailAddress(text) && !/[\p{L}\p{N}]/u.test(text.replace(mailAddresses, ''));
}

/** `+39 02 1234567`, `02/1234567`, `333 1234567`: a number as people dial it, not any row of digits. */
function isTelephone(text: string): boolean {
  const digits = text.replace(/\D/g, '').length;
  if (text.length > 30 || digits < 9 || digits > 15) return false;
  return /^(tel\.?|cell\.?)?\s*((\+|00)\d[\d\s./()-]+|0\d{1,3}[\s./-]+\d[\d\s./-]+|3\d{2}[\s./-]?\d{6,7}|3\d{2}([\s.]\d{2,4}){2,3})$/i.test(
    text,
  );
}

const title = /^(dott|dr|ing|prof|avv|arch|rag|geom|sig|mr|mrs|ms)(\.?ssa|ra)?\.?\s+\p{Lu}/iu;
const nameWords = /^\p{Lu}[\p{L}'’-]+(\s+(d[aei]l?|de|von|van|\p{Lu}[\p{L}'’-]*\.?)){1,3}$/u;

function isNameOfPerson(text: string): boolean {
  if (text.length > 60) return false;
  if (title.test(text)) return true;
  if (!nameWords.test(text)) return false;
  const words = text.toLowerCase().split(/\s+/);
  return givenNames.has(words[0] ?? '') || givenNames.has(words.at(-1) ?? '');
}

/** Common given names of Italy and its neighbours; they only say that a column is about persons, not who they are. */
const givenNames: ReadonlySet<string> = new Set(
  (
    'alberto alessandra alessandro alessia alessio alice andrea angela angelo anna antonella antonio arianna barbara ' +
    'beatrice camilla carla carlo caterina chiara christian claudia claudio cristian cristina daniela daniele davide ' +
    'diego domenico elena eleonora elisa elisabetta emanuela emanuele enrico fabio fabrizio federica federico filippo ' +
    'francesca francesco gabriele gabriella giacomo giancarlo gianluca gianni giorgia giorgio giovanna giovanni giulia ' +
    'giuliano giulio giuseppe giuseppina grazia ilaria ivan jacopo laura leonardo lorena lorenzo luca lucia luciano luigi ' +
    'marco margherita maria marina mario marta martina massimiliano massimo matteo mattia maurizio mauro michela michele ' +
    'mirko monica nicola nicoletta nicolò paola paolo patrizia piero pietro raffaele raffaella renato renzo riccardo ' +
    'roberta roberto rosa sabrina salvatore samuele sandra sandro sara serena sergio silvana silvia silvio simona simone ' +
    'sofia stefania stefano teresa tiziana tommaso ugo umberto valentina valeria valerio vincenzo vittoria vittorio ' +
    'alexander andreas anja ann anne bernd birgit catherine charles christine claire david elizabeth emma felix frank ' +
    'hans heike helen henri isabel james jan jean jens joao john jorge jose juan julia jürgen karin katharina klaus ' +
    'manuel marc marie markus martin michael miguel monika nicolas olivier patrick paul pedro peter philippe pierre ' +
    'rachel richard robert sabine sarah sebastian sophie stefan stephan susanne thomas ulrich ursula uwe william wolfgang'
  ).split(' '),
);
