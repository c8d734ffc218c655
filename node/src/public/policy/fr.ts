import type { FixedText } from "./index.ts";

export const privacyFr: FixedText = {
  title: "Politique de confidentialité",
  sections: [
    {
      heading: "Qui est responsable",
      paragraphs: [
        "La partie qui exploite ce nœud, {party}, décide de ce qui y est conservé et pourquoi. Le nœud de l’allié n’y a pas accès : les données des abonnés ne quittent jamais ce nœud.",
      ],
    },
    {
      heading: "À quoi sert la lettre d’information, et sur quelle base",
      paragraphs: [
        "Votre adresse sert à une seule fin : vous envoyer un message quand les deux parties publient un texte conjoint. La base légale est votre consentement, que vous donnez par le formulaire et confirmez par le bouton placé derrière le lien de notre premier message. Personne n’est inscrit sans ce bouton.",
      ],
    },
    {
      heading: "Ce qui est conservé",
      paragraphs: [
        "Avant votre confirmation : votre adresse, la langue de la lettre, l’heure de la demande, la version de cette politique et une empreinte de la phrase que vous avez acceptée. Des liens que nous envoyons, seule une empreinte est gardée : une copie volée de nos données n’en ouvre aucun.",
        "Quand vous confirmez : l’heure de la confirmation, comme reçu de votre consentement. Avec chaque message : qu’il est parti, et quand, ou pourquoi il n’a pu être remis.",
        "Quand vous vous désabonnez : votre adresse est effacée aussitôt, avec tout message qui vous attendait encore. Il reste le reçu, sous une empreinte à clé de l’adresse d’où celle-ci ne peut être lue : quand le consentement a été donné, pour quelle version de cette politique, et quand il a pris fin.",
      ],
    },
    {
      heading: "Combien de temps",
      paragraphs: [
        "Une adresse non confirmée est effacée après 48 heures. Une adresse confirmée reste jusqu’à votre désabonnement. Les reçus sont gardés trois ans après la fin, pour pouvoir montrer que les messages ont été envoyés avec un consentement.",
      ],
    },
    {
      heading: "Qui d’autre les voit",
      paragraphs: [
        "Les serveurs de courrier qui vous portent un message en voient l’adresse, comme pour tout courrier. Personne d’autre. Rien n’est vendu, loué ni transmis.",
      ],
    },
    {
      heading: "Aucun suivi",
      paragraphs: [
        "Ces pages ne déposent aucun cookie et ne chargent rien d’ailleurs : caractères, styles et scripts viennent de ce nœud. Pas d’image qui signale une ouverture, pas de lien qui compte les clics, pas de statistique de visiteurs. Le journal du serveur ne garde aucune adresse de vous plus longtemps que ne l’exige la réparation d’une erreur.",
      ],
    },
    {
      heading: "Vos droits",
      paragraphs: [
        "Vous pouvez partir à tout moment par le lien de chaque message, ou par le bouton que montre votre logiciel de courrier. Vous pouvez demander ce qui est conservé sur vous, le faire rectifier ou effacer, en recevoir une copie, et saisir l’autorité de contrôle de votre pays. Retirer votre consentement ne rend pas illicite ce qui a été envoyé avant.",
      ],
    },
  ],
};

export const accessibilityFr: FixedText = {
  title: "Accessibilité de ces pages",
  sections: [
    {
      heading: "Ce que nous visons",
      paragraphs: [
        "Ces pages sont faites pour satisfaire aux WCAG 2.2, niveau AA, en français, en anglais et en coréen, en clair et en sombre, de 320 pixels aux grands écrans, à un agrandissement de 400 %, et imprimées.",
        "Elles fonctionnent sans JavaScript et sans souris. Là où un script s’exécute, il n’apporte que les changements survenus pendant qu’une page est ouverte ; ce que vous écrivez reste.",
      ],
    },
    {
      heading: "Comment c’est vérifié",
      paragraphs: [
        "Chaque page est examinée avec les règles d’axe avant toute livraison, dans les deux thèmes et aux deux largeurs. La couleur ne porte jamais seule un sens : chaque marque a un mot à côté d’elle.",
      ],
    },
    {
      heading: "Limites connues",
      paragraphs: [
        "Les textes conjoints figurent dans les langues où ils ont été signés ; quand un texte n’a pas de version dans la langue de la page, l’anglais est montré et nommé comme tel. Les fichiers d’un dossier signé sont du texte brut.",
      ],
    },
    {
      heading: "Si quelque chose ne fonctionne pas pour vous",
      paragraphs: ["Écrivez à la partie qui exploite ce nœud, {party} ; dites quelle page, et ce que vous utilisez."],
    },
  ],
};
