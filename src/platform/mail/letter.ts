/** Where something in a letter leads: an address of ours, or an official page. */
export interface LetterLink {
  /** says where it leads, never "click here" */
  readonly label: string;
  readonly url: string;
}

/** One part of a letter. Text is plain: it is escaped where it becomes HTML, and nothing in it becomes a link. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** what is what, line by line */
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [label: string, value: string])[] }
  /** what one is asked to do: the first is the one most will want */
  | { readonly kind: 'actions'; readonly actions: readonly LetterLink[] }
  | {
      readonly kind: 'quotation';
      /** `They write` */
      readonly label: string;
      readonly text: string;
      /** the language it is written in, where it is another one than the letter's */
      readonly language: string | null;
    }
  /** the title of one item among several, with its place on an official page or with us */
  | {
      readonly kind: 'title';
      readonly text: string;
      readonly language: string | null;
      readonly url: string | null;
    }
  | { readonly kind: 'divider' };

/**
 * What a mail says, once: its HTML and its plain text are both made from this, so that they cannot say different
 * things.
 */
export interface Letter {
  readonly subject: string;
  /** what a list of mails shows after the subject */
  readonly preheader: string;
  /** `Gentile Ada Bianchi,` */
  readonly greeting: string;
  readonly blocks: readonly Block[];
  /** why the reader gets this, and how to change it */
  readonly why: string;
  readonly footerLinks: readonly LetterLink[];
  /** for what was subscribed to: the address that ends it by one POST, without signing in */
  readonly unsubscribe: string | null;
}

/** In whose name a letter comes. */
export interface Brand {
  /** the cluster's, or the service's */
  readonly name: string;
  /** `#0b5cad`: of the line at the top and of buttons; one on which white cannot be read is darkened */
  readonly colour: string;
  readonly senderName: string;
  /** whom an answer reaches; null: nobody */
  readonly replyTo: string | null;
  /** name and postal address of who is responsible; null: not stated */
  readonly postalAddress: string | null;
  /** https address of the privacy notice; null: not stated */
  readonly privacyUrl: string | null;
}

/** What is sent where no cluster stands behind a mail. */
export const serviceBrand: Brand = {
  name: 'Tessera',
  colour: '#0b5cad',
  senderName: 'Tessera',
  replyTo: null,
  postalAddress: null,
  privacyUrl: null,
};
