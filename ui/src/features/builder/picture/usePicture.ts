import { useCallback, useRef, useState } from 'react';
import type { Edit, Item, ItemId, PreparedPicture } from '../../../bindings';
import { textOf } from '../../../i18n/failures';
import { t } from '../../../i18n/sv';
import type { CallFailure } from '../../../platform';
import { useAct } from '../../../query/useAct';
import type { Line } from '../outline';
import { hasRoomForPictures } from '../selection/paste';

/** Bytes: the largest file taken, far above what is left of any. */
const LARGEST = 20_000_000;

export interface PictureUse {
  readonly item: ItemId;
  /** All lines of the form, for what other pictures there are. */
  readonly form: () => readonly Line[];
  readonly edit: (edit: Edit) => void;
  readonly onTaken: (isFirstOnly: boolean) => void;
}

export interface PictureChoice {
  /** Has the core make a picture of a file and puts it there. What was said of the former is not said of it. */
  readonly choose: (file: File | undefined) => void;
  readonly isPending: boolean;
  /** Why the last file was not taken, and what to do now. */
  readonly fault: string | null;
}

/** Puts a picture on an item. `choose` stays the same from one drawing to the next. */
export function usePicture(use: PictureUse): PictureChoice {
  const now = useRef(use);
  now.current = use;
  const [fault, setFault] = useState<string | null>(null);
  const { mutate, isPending } = useAct('prepare_picture');

  const choose = useCallback(
    (file: File | undefined) => {
      setFault(null);
      if (!file) return;
      if (file.size > LARGEST) {
        setFault(t.pictures.tooBig);
        return;
      }
      const taken = ({ picture, isFirstOnly }: PreparedPicture): void => {
        const { item, form, edit, onTaken } = now.current;
        if (!hasRoomForPictures(others(form(), item), [{ ...blank, picture }])) {
          setFault(inWords({ code: 'tooManyPictures' }));
          return;
        }
        edit({ edit: 'setPicture', id: item, picture });
        onTaken(isFirstOnly);
      };
      base64Of(file).then(
        (data) =>
          mutate({ data }, { onSuccess: taken, onError: ({ failure }) => setFault(inWords(failure)) }),
        () => setFault(t.pictures.unreadable),
      );
    },
    [mutate],
  );
  return { choose, isPending, fault };
}

const blank: Item = { id: '', text: '', help: '', required: false, kind: { type: 'yesNo' } };

/** The form's items without what they hold, since what they hold has lines of its own; and without this one. */
function others(lines: readonly Line[], but: ItemId): Item[] {
  return lines.flatMap(({ item: { items: _, ...item } }) => (item.id === but ? [] : [item]));
}

function inWords(failure: CallFailure): string {
  if (failure.code === 'pictureRefused') return t.pictures.faults[failure.fault];
  const { title, todo } = textOf(failure);
  return `${title} ${todo}`;
}

/** The browser's own reader writes base64 without the bytes ever being a list here. */
function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      const address = reader.result;
      if (typeof address === 'string') resolve(address.slice(address.indexOf(',') + 1));
      else reject(new Error('no text'));
    };
    reader.onerror = () => reject(new Error('not read'));
    reader.readAsDataURL(file);
  });
}
