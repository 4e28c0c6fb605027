import { type RefusalCode } from './refusals.js';
import { type WordsOfCode } from '@lettrage/sentences';

/** What each refusal of the HTTP border means, and what to do where the answer itself does not say it more exactly. Total, so that a new code needs words. */
export const refusalWords: Readonly<Record<RefusalCode, WordsOfCode>> = {
  not_found: {
    en: { title: 'Not found', explanation: 'There is no such thing, or it is of another organisation.', remedy: 'Check the identifier; go back to the list and choose again.' },
    fr: { title: 'Introuvable', explanation: 'Cela n’existe pas, ou appartient à une autre organisation.', remedy: 'Vérifiez l’identifiant ; revenez à la liste et choisissez de nouveau.' },
  },
  invalid_body: {
    en: { title: 'Some fields are not right', explanation: 'The body does not have the form that is documented; `errors` says which fields.', remedy: 'Correct the fields that are named and send it again.' },
    fr: { title: 'Certains champs ne vont pas', explanation: 'Le contenu n’a pas la forme documentée ; `errors` dit quels champs.', remedy: 'Corrigez les champs nommés et envoyez de nouveau.' },
  },
  invalid_query: {
    en: { title: 'The request is not valid', explanation: 'A parameter of the address is unknown or out of bounds.', remedy: 'Correct the parameter that is named.' },
    fr: { title: 'La demande n’est pas valable', explanation: 'Un paramètre de l’adresse est inconnu ou hors limites.', remedy: 'Corrigez le paramètre nommé.' },
  },
  invalid_file: {
    en: { title: 'The file cannot be read', explanation: 'The file was looked at and nothing of it was stored; `errors` says where and why, `fault` has the code of the fault.', remedy: 'Do what the fault’s own page says.' },
    fr: { title: 'Le fichier ne peut pas être lu', explanation: 'Le fichier a été examiné, rien n’en a été gardé ; `errors` dit où et pourquoi, `fault` donne le code du défaut.', remedy: 'Suivez la page du défaut.' },
  },
  file_too_large: {
    en: { title: 'The file is too large', explanation: 'The upload is larger than the limit of this installation.', remedy: 'Export a shorter period and upload the parts.' },
    fr: { title: 'Le fichier est trop gros', explanation: 'Le fichier dépasse la limite de cette installation.', remedy: 'Exportez une période plus courte et importez les parties.' },
  },
  unsupported_format: {
    en: { title: 'This file format is not known', explanation: 'The content is none of the formats that are read; the answer says what was looked for.', remedy: 'Export the statement as CAMT.053, CSV, MT940, OFX or CFONB 120.' },
    fr: { title: 'Ce format de fichier n’est pas reconnu', explanation: 'Le contenu n’est d’aucun format connu ; la réponse dit ce qui a été cherché.', remedy: 'Exportez le relevé en CAMT.053, CSV, MT940, OFX ou CFONB 120.' },
  },
  account_needed: {
    en: { title: 'Which account is this file of?', explanation: 'The file does not name its account.', remedy: 'Choose the bank account of this file, or create it first.' },
    fr: { title: 'De quel compte est ce fichier ?', explanation: 'Le fichier ne nomme pas son compte.', remedy: 'Choisissez le compte de ce fichier, ou créez-le d’abord.' },
  },
  account_differs: {
    en: { title: 'The file is of another account', explanation: 'The file names another account than the one that was chosen.', remedy: 'Upload it without choosing an account, or choose the one that it names.' },
    fr: { title: 'Le fichier est d’un autre compte', explanation: 'Le fichier nomme un autre compte que celui qui a été choisi.', remedy: 'Importez sans choisir de compte, ou choisissez celui que le fichier nomme.' },
  },
  account_currency_differs: {
    en: { title: 'The account is in another currency', explanation: 'The statement is in one currency and its account in another.', remedy: 'Check that the file is of this account.' },
    fr: { title: 'Le compte est dans une autre devise', explanation: 'Le relevé est dans une devise et son compte dans une autre.', remedy: 'Vérifiez que le fichier est de ce compte.' },
  },
  account_unknown: {
    en: { title: 'Unknown bank account', explanation: 'The bank account that is named does not exist in the organisation.', remedy: 'Choose one of your bank accounts, or create it first.' },
    fr: { title: 'Compte bancaire inconnu', explanation: 'Le compte bancaire nommé n’existe pas dans l’organisation.', remedy: 'Choisissez un de vos comptes bancaires, ou créez-le d’abord.' },
  },
  account_taken: {
    en: { title: 'This account is there already', explanation: 'Another bank account of the organisation has this identification.', remedy: 'Use the account that is there.' },
    fr: { title: 'Ce compte existe déjà', explanation: 'Un autre compte de l’organisation a cette identification.', remedy: 'Utilisez le compte existant.' },
  },
  candidate_taken: {
    en: { title: 'That transaction is taken', explanation: 'Another entry of the same file was already said to be that transaction; one transaction is never two lines of a file.', remedy: 'Choose another transaction, or import the entry as one of its own.' },
    fr: { title: 'Cette opération est déjà prise', explanation: 'Une autre écriture du même fichier est déjà cette opération ; une opération n’est jamais deux lignes d’un fichier.', remedy: 'Choisissez une autre opération, ou importez l’écriture comme nouvelle.' },
  },
  questions_open: {
    en: { title: 'The file asks something first', explanation: 'Something of the file can be read in two ways, and nothing in it decides; the answer has the questions.', remedy: 'Answer the questions; the file is kept and need not be sent again.' },
    fr: { title: 'Le fichier pose d’abord une question', explanation: 'Une partie du fichier se lit de deux façons, et rien n’y tranche ; la réponse contient les questions.', remedy: 'Répondez aux questions ; le fichier est gardé, inutile de l’envoyer de nouveau.' },
  },
  number_taken: {
    en: { title: 'This number is taken', explanation: 'Another item or customer of the organisation has this number.', remedy: 'Take another number.' },
    fr: { title: 'Ce numéro est déjà pris', explanation: 'Une autre pièce ou un autre client de l’organisation porte ce numéro.', remedy: 'Prenez un autre numéro.' },
  },
  customer_unknown: {
    en: { title: 'Unknown customer', explanation: 'The customer that is named does not exist in the organisation.', remedy: 'Create the customer first, or correct its number.' },
    fr: { title: 'Client inconnu', explanation: 'Le client nommé n’existe pas dans l’organisation.', remedy: 'Créez d’abord le client, ou corrigez son numéro.' },
  },
  already_decided: {
    en: { title: 'Already decided by someone else', explanation: 'Someone, or the engine, decided before this request arrived.', remedy: 'Look at the decision; undo it first if it should be another.' },
    fr: { title: 'Déjà traité par quelqu’un d’autre', explanation: 'Quelqu’un, ou le moteur, a décidé avant l’arrivée de cette demande.', remedy: 'Regardez la décision ; annulez-la d’abord si elle doit être autre.' },
  },
  nothing_to_undo: {
    en: { title: 'There is nothing to undo', explanation: 'There is no decision, or it was undone already.', remedy: 'Look at the transaction again.' },
    fr: { title: 'Il n’y a rien à annuler', explanation: 'Il n’y a pas de décision, ou elle est déjà annulée.', remedy: 'Regardez l’opération de nouveau.' },
  },
  changed_meanwhile: {
    en: { title: 'Changed meanwhile', explanation: 'Somebody has changed it since it was read; nothing was overwritten.', remedy: 'Read it again, and make the change to what stands there now.' },
    fr: { title: 'Modifié entre-temps', explanation: 'Quelqu’un l’a modifié depuis la lecture ; rien n’a été écrasé.', remedy: 'Relisez, puis refaites la modification sur ce qui s’y trouve.' },
  },
  proposal_gone: {
    en: { title: 'This proposal is no longer possible', explanation: 'The proposals have changed since they were read.', remedy: 'Look at the transaction again and choose among what is there now.' },
    fr: { title: 'Cette proposition n’est plus possible', explanation: 'Les propositions ont changé depuis leur lecture.', remedy: 'Regardez l’opération de nouveau et choisissez parmi les propositions actuelles.' },
  },
  item_not_open_enough: {
    en: { title: 'Not enough is open on the item any more', explanation: 'The allocation is more than what is open on the item.', remedy: 'Allocate no more than what is open, and the rest elsewhere.' },
    fr: { title: 'Le reste dû de la pièce ne suffit plus', explanation: 'L’affectation dépasse ce qui reste dû sur la pièce.', remedy: 'N’affectez pas plus que le reste dû, et le surplus ailleurs.' },
  },
  item_unknown: {
    en: { title: 'Unknown item', explanation: 'The invoice or credit note that is named does not exist in the organisation.', remedy: 'Correct its number, or create the item first.' },
    fr: { title: 'Pièce inconnue', explanation: 'La facture ou l’avoir nommé n’existe pas dans l’organisation.', remedy: 'Corrigez son numéro, ou créez d’abord la pièce.' },
  },
  amounts_do_not_add_up: {
    en: { title: 'The amounts do not add up', explanation: 'Allocations less the difference are not what was received.', remedy: 'Correct the amounts, or name the difference.' },
    fr: { title: 'Les montants ne s’équilibrent pas', explanation: 'Les affectations moins l’écart ne font pas ce qui a été reçu.', remedy: 'Corrigez les montants, ou nommez l’écart.' },
  },
  not_signed_in: {
    en: { title: 'You are not signed in', explanation: 'The request carries no valid session and no valid token.', remedy: 'Sign in, or send a token that is in force.' },
    fr: { title: 'Vous n’êtes pas connecté', explanation: 'La demande ne porte ni session ni jeton valable.', remedy: 'Connectez-vous, ou envoyez un jeton en vigueur.' },
  },
  wrong_credentials: {
    en: { title: 'Wrong address or password', explanation: 'There is nobody with this address and this password.', remedy: 'Check both; ask the owner of the organisation for a new link if it is forgotten.' },
    fr: { title: 'Adresse ou mot de passe incorrect', explanation: 'Personne n’a cette adresse avec ce mot de passe.', remedy: 'Vérifiez les deux ; en cas d’oubli, demandez un nouveau lien au propriétaire de l’organisation.' },
  },
  too_many_attempts: {
    en: { title: 'Too many attempts: wait a little', explanation: 'There were more attempts than are allowed in this time.', remedy: 'Wait as long as the header Retry-After says.' },
    fr: { title: 'Trop d’essais : attendez un peu', explanation: 'Il y a eu plus d’essais que permis dans ce délai.', remedy: 'Attendez le temps que dit l’en-tête Retry-After.' },
  },
  not_allowed: {
    en: { title: 'Your role does not allow this', explanation: 'The route needs a higher role than the one of this person or token.', remedy: 'Ask someone with the role that the answer names.' },
    fr: { title: 'Votre rôle ne le permet pas', explanation: 'Cette action demande un rôle plus élevé que celui de cette personne ou de ce jeton.', remedy: 'Demandez à quelqu’un qui a le rôle nommé dans la réponse.' },
  },
  link_used: {
    en: { title: 'This link has been used or has expired', explanation: 'A link for the first sign-in works once and for a limited time.', remedy: 'Ask for a new link.' },
    fr: { title: 'Ce lien a déjà servi ou a expiré', explanation: 'Un lien de première connexion sert une seule fois, pendant un temps limité.', remedy: 'Demandez un nouveau lien.' },
  },
  email_taken: {
    en: { title: 'This address is already in use', explanation: 'There is already somebody with this e-mail address.', remedy: 'Sign in with its password, or use another address.' },
    fr: { title: 'Cette adresse est déjà utilisée', explanation: 'Quelqu’un a déjà cette adresse e-mail.', remedy: 'Connectez-vous avec son mot de passe, ou prenez une autre adresse.' },
  },
  limit_reached: {
    en: { title: 'The limit is reached', explanation: 'There are as many of these as an organisation may have.', remedy: 'Remove one that is no longer used.' },
    fr: { title: 'La limite est atteinte', explanation: 'Il y en a autant qu’une organisation peut en avoir.', remedy: 'Supprimez-en un qui ne sert plus.' },
  },
  cross_site: {
    en: { title: 'The request comes from another site', explanation: 'A request that changes something must come from a page of this address, or carry a token.', remedy: 'Open the page at its own address, or use an API token.' },
    fr: { title: 'La demande vient d’un autre site', explanation: 'Une demande qui modifie quelque chose doit venir d’une page de cette adresse, ou porter un jeton.', remedy: 'Ouvrez la page à sa propre adresse, ou utilisez un jeton d’API.' },
  },
  service_unavailable: {
    en: { title: 'The service does not answer; try again in a moment', explanation: 'A part that is needed is away for the moment. Nothing was changed.', remedy: 'Send the request again in a few seconds.' },
    fr: { title: 'Le service ne répond pas ; réessayez dans un instant', explanation: 'Une partie nécessaire est absente pour l’instant. Rien n’a été modifié.', remedy: 'Renvoyez la demande dans quelques secondes.' },
  },
};
