import type { FixedText } from "./index.ts";

export const privacyEn: FixedText = {
  title: "Privacy policy",
  sections: [
    {
      heading: "Who is responsible",
      paragraphs: [
        "The party that runs this node, {party}, decides what is stored here and why. The ally’s node has no access to it: subscribers’ data never leave this node.",
      ],
    },
    {
      heading: "What the newsletter is for, and on what ground",
      paragraphs: [
        "We use your address for one purpose: to send you a message when the two parties publish a joint text. The legal ground is your consent, which you give with the form and confirm by the button behind the link in our first message. Nobody is subscribed without that button.",
      ],
    },
    {
      heading: "What is stored",
      paragraphs: [
        "Before you confirm: your address, the language of the newsletter, the time at which it was asked for, the version of this policy and a digest of the sentence that you agreed to. Of the links that we send only a hash is kept, so that a stolen copy of our data opens none of them.",
        "When you confirm: the time of it, as a receipt of your consent. With each message: that it was sent, and when, or why it could not be delivered.",
        "When you unsubscribe: your address is erased at once, with every message that still waited for you. What remains is the receipt, under a keyed hash of the address from which the address cannot be read: when consent was given, for which version of this policy, and when it ended.",
      ],
    },
    {
      heading: "How long",
      paragraphs: [
        "An address that is not confirmed is erased after 48 hours. A confirmed one stays until you unsubscribe. Receipts are kept for three years after the end, so that it can be shown that messages were sent with consent.",
      ],
    },
    {
      heading: "Who else sees it",
      paragraphs: [
        "The mail servers that carry a message to you see its address, as with any mail. Nobody else does. Nothing is sold, rented or passed on.",
      ],
    },
    {
      heading: "No tracking",
      paragraphs: [
        "These pages set no cookie and load nothing from elsewhere: type, style and script come from this node. There are no images that report an opening, no links that count clicks, no statistics of visitors. The server’s own log holds no address of yours for longer than an error needs to be repaired.",
      ],
    },
    {
      heading: "Your rights",
      paragraphs: [
        "You may leave at any time with the link in every message, or with the button that your mail program shows. You may ask what is stored about you, have it corrected or erased, receive a copy of it, and complain to the supervisory authority of your country. Withdrawing your consent does not make unlawful what was sent before.",
      ],
    },
  ],
};

export const accessibilityEn: FixedText = {
  title: "Accessibility of these pages",
  sections: [
    {
      heading: "What we aim at",
      paragraphs: [
        "These pages are built to meet WCAG 2.2 at level AA in English, French and Korean, in light and dark, from 320 pixels to wide screens, at 400 % magnification, and in print.",
        "They work without JavaScript and without a mouse. Where script runs, it only brings in changes while a page is open; what you are typing stays.",
      ],
    },
    {
      heading: "How it is checked",
      paragraphs: [
        "Every page is tested with the rules of axe before a release, in both themes and at both widths. Colour never carries a meaning alone: each mark has a word beside it.",
      ],
    },
    {
      heading: "Known limits",
      paragraphs: [
        "Joint texts stand in the languages in which they were signed; where a text has no version in the language of the page, the English one is shown and named as such. The files of a signed folder are plain text.",
      ],
    },
    {
      heading: "If something does not work for you",
      paragraphs: ["Write to the party that runs this node, {party}; say which page, and what you use."],
    },
  ],
};
