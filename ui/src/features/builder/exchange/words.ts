import type { Refusal, Remark, RemarkKind } from '../../../bindings';
import { t } from '../../../i18n/sv';

/** Longer texts are cut: they are known by their beginning. */
const LONGEST = 60;

/** Which part of a file a remark is about. */
export function placeText(at: Remark['at']): string {
  if (at.part === 'root') return t.exchange.root;
  const text = at.text.trim();
  const name = text.length > LONGEST ? `${text.slice(0, LONGEST).trimEnd()} …` : text;
  return t.exchange.item(name, at.linkId);
}

/** What became of it. */
export function remarkText(what: RemarkKind): string {
  const words = t.exchange.remarks;
  switch (what.remark) {
    case 'notAsked':
      return words.notAsked(words.notAskedWhy[what.why](what.kind), what.items);
    case 'pictureNotTaken':
      return words.pictureNotTaken(words.noPictureWhy[what.why], what.isKept);
    case 'keptUnused':
    case 'displayStripped':
      return words[what.remark](what.what.join(', '));
    case 'controlNotFollowed':
      return words.controlNotFollowed(what.control);
    case 'fewerAllowed':
      return words.fewerAllowed(what.asked, what.allowed);
    case 'sizeRead':
      return words.sizeRead(what.megabytes);
    case 'linkIdMade':
      return words.linkIdMade(what.linkId);
    case 'lengthSet':
      return words.lengthSet(what.characters);
    case 'answerableDecided':
      return words.answerableDecided[what.answerable ? 'yes' : 'no'];
    case 'madeR4':
      return words.madeR4(what.version, what.member, what.linkId, what.changed.join(', '));
    case 'versionDoubtful':
      return words.versionDoubtful(what.said, what.read);
    case 'readAsTranslation':
      return words.readAsTranslation(what.language);
    case 'otherLanguage':
      return words.otherLanguage(what.language);
    case 'pictureRedrawn':
    case 'firstPictureTaken':
    case 'conditionNotUnderstood':
    case 'askedOnce':
    case 'unnested':
    case 'formattingNotShown':
    case 'initialNotTaken':
    case 'fileKindsFewer':
    case 'formNotSent':
    case 'statusNotTaken':
    case 'askedAsYesNo':
    case 'otherAdded':
    case 'optionsFromList':
    case 'becameMessage':
      return words[what.remark];
  }
}

/** Why a file was not read, and what to do about it. */
export function refusalText(refusal: Refusal): string {
  const words = t.exchange.refusals;
  switch (refusal.refusal) {
    case 'fileTooLarge':
    case 'notFhir':
      return words[refusal.refusal];
    case 'notJson':
      return words.notJson(refusal.line, refusal.column);
    case 'notAQuestionnaire':
      return words.notAQuestionnaire(refusal.resourceType);
    case 'otherVersion':
      return words.otherVersion(refusal.version, refusal.member, refusal.linkId);
    case 'versionsMixed':
      return words.versionsMixed(refusal.signs);
    case 'linkIdTwice':
      return words.linkIdTwice(refusal.linkId);
    case 'malformed':
      return words.malformed(refusal.member, refusal.text.trim() || refusal.linkId);
    case 'tooLarge':
      return words.tooLarge(refusal.linkId);
  }
}
