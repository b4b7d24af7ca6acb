import { useEffect, useRef, useState } from 'react';
import type { Attachment, AttachmentLimits, Item, ItemId, Letter } from '../bindings';
import type { ChosenFile, FileState } from '../components/FileField';
import type { FileCounts } from '../form/answers';
import type { FormFiles } from '../form/FormView';
import { findItem } from '../form/tree';
import { formatFileSize } from '../i18n/format';
import { t } from '../i18n/sv';
import type { InboxApi } from './api';
import { type Failure, failureOf, fileWords, wordsFor } from './refusal';

/** A file of the reply, from its choice until it is taken away. */
interface Upload extends ChosenFile {
  readonly item: ItemId;
  /** To send it again. Files that were there when the page came are not at hand. */
  readonly file: File | null;
  /** Once received. */
  readonly attachment: Attachment | null;
}

export interface UploadsOptions {
  readonly api: InboxApi;
  readonly letter: Letter;
  readonly items: readonly Item[];
  readonly limits: AttachmentLimits;
  /** A question's files have changed. */
  readonly onTouch: (item: ItemId) => void;
  /** A file could not be taken back. */
  readonly onFailure: (failure: Failure) => void;
}

export interface Uploads {
  readonly files: FormFiles;
  /** Received files by question. */
  readonly counts: FileCounts;
  /** All received files. */
  readonly attachments: readonly Attachment[];
  /** Questions with files that are neither received nor taken away, and what to do about it. */
  readonly unsettled: ReadonlyMap<ItemId, string>;
  /** Takes back what the inbox may hold beyond what stands on the page. */
  readonly agree: () => Promise<void>;
}

/** The files of a reply on their way in. */
export function useUploads({ api, letter, items, limits, onTouch, onFailure }: UploadsOptions): Uploads {
  const [uploads, setUploads] = useState<readonly Upload[]>(() => letter.attachments.map(received));
  const next = useRef(0);
  const stops = useRef(new Map<string, AbortController>());
  /** Whether a file's fate is unknown: it was stopped, or the answer was lost, when the inbox may already have had it whole. */
  const isUncertain = useRef(false);

  useEffect(() => {
    const running = stops.current;
    return () => {
      for (const stop of running.values()) stop.abort();
    };
  }, []);

  const update = (id: string, change: Partial<Upload>): void =>
    setUploads((now) => now.map((one) => (one.id === id ? { ...one, ...change } : one)));

  const send = async (upload: Upload, file: File): Promise<void> => {
    const stop = new AbortController();
    stops.current.set(upload.id, stop);
    try {
      const attachment = await api.attach(letter.case, upload.item, file, {
        onPercent: (percent) => update(upload.id, { state: { at: 'sending', percent } }),
        signal: stop.signal,
      });
      update(upload.id, { ...received(attachment), id: upload.id, attachment, file });
      onTouch(upload.item);
    } catch (thrown) {
      const failure = failureOf(thrown);
      if (failure.code === 'interrupted' || failure.code === 'noContact') isUncertain.current = true;
      if (!stop.signal.aborted)
        update(upload.id, { state: refusedFor(failure, limitsOf(items, upload.item, limits)) });
    } finally {
      stops.current.delete(upload.id);
    }
  };

  const choose = (item: ItemId, chosen: readonly File[]): void => {
    onTouch(item);
    const kept = uploads.filter((one) => one.state.at !== 'refused');
    const own = limitsOf(items, item, limits);
    let room = Math.min(
      own.maxFiles - kept.filter((one) => one.item === item).length,
      limits.maxFiles - kept.length,
    );
    const added = chosen.map((file): { upload: Upload; file: File } => {
      next.current += 1;
      const reason = reasonAgainst(file, room, own);
      if (reason === null) room -= 1;
      const state: FileState = reason === null ? { at: 'sending', percent: 0 } : refused(reason, own);
      const upload = {
        id: `fil-${next.current}`,
        item,
        file,
        name: file.name,
        size: file.size,
        state,
        attachment: null,
      };
      return { upload, file };
    });
    setUploads([...uploads, ...added.map(({ upload }) => upload)]);
    for (const { upload, file } of added) if (upload.state.at === 'sending') void send(upload, file);
  };

  const remove = async (item: ItemId, id: string): Promise<void> => {
    const upload = uploads.find((one) => one.id === id);
    if (!upload) return;
    onTouch(item);
    stops.current.get(id)?.abort();
    setUploads((now) => now.filter((one) => one.id !== id));
    if (upload.attachment === null) return;
    try {
      await api.withdraw(letter.case, upload.attachment.id);
    } catch (thrown) {
      setUploads((now) => [...now, upload]);
      onFailure(failureOf(thrown));
    }
  };

  const retry = (item: ItemId, id: string): void => {
    const upload = uploads.find((one) => one.id === id);
    if (!upload?.file) return;
    onTouch(item);
    update(id, { state: { at: 'sending', percent: 0 } });
    void send(upload, upload.file);
  };

  const agree = async (): Promise<void> => {
    if (!isUncertain.current) return;
    const known = new Set(uploads.map((one) => one.attachment?.id));
    const { attachments } = await api.open(letter.case);
    for (const { id } of attachments) if (!known.has(id)) await api.withdraw(letter.case, id);
    isUncertain.current = false;
  };

  const attachments = uploads.flatMap((one) => one.attachment ?? []);
  return {
    files: {
      of: (item) => uploads.filter((one) => one.item === item),
      onChoose: choose,
      onRemove: (item, id) => void remove(item, id),
      onRetry: retry,
    },
    counts: countByItem(attachments),
    attachments,
    unsettled: new Map(
      uploads.flatMap((one) => (one.attachment ? [] : [[one.item, whatIsLeft(one)] as const])),
    ),
    agree,
  };
}

function received(attachment: Attachment): Upload {
  const { id, item, name, size } = attachment;
  return { id, item, name, size, file: null, attachment, state: { at: 'done' } };
}

function countByItem(attachments: readonly Attachment[]): FileCounts {
  const counts: Record<ItemId, number> = {};
  for (const { item } of attachments) counts[item] = (counts[item] ?? 0) + 1;
  return counts;
}

/** What a question takes, within what the inbox does. */
function limitsOf(items: readonly Item[], item: ItemId, inbox: AttachmentLimits): AttachmentLimits {
  const kind = findItem(items, item)?.kind;
  if (kind?.type !== 'attachment') return { ...inbox, maxFiles: 0 };
  const asked = (kind.maxMegabytes ?? Number.POSITIVE_INFINITY) * 1_000_000;
  return { maxFiles: kind.maxFiles, maxBytes: Math.min(inbox.maxBytes, asked) };
}

function whatIsLeft(upload: Upload): string {
  return upload.state.at === 'refused' ? t.citizen.files.notReceived : t.citizen.files.underWay;
}

type Refusal = 'empty' | 'tooLarge' | 'tooMany';

/** What can be said of a file before it is sent. The inbox judges again, and also by the content. */
function reasonAgainst(file: File, room: number, limits: AttachmentLimits): Refusal | null {
  if (room <= 0) return 'tooMany';
  if (file.size === 0) return 'empty';
  return file.size > limits.maxBytes ? 'tooLarge' : null;
}

function refused(reason: Parameters<typeof fileWords>[0], limits: AttachmentLimits): FileState {
  return { at: 'refused', why: fileWords(reason, formatFileSize(limits.maxBytes)), mayRetry: false };
}

function refusedFor(failure: Failure, limits: AttachmentLimits): FileState {
  switch (failure.code) {
    case 'fileRefused':
      return refused(failure.reason, limits);
    case 'interrupted':
    case 'noContact':
      return { at: 'refused', why: t.citizen.files.interrupted, mayRetry: true };
    default: {
      const { title, todo } = wordsFor(failure);
      return { at: 'refused', why: `${title} ${todo}`, mayRetry: true };
    }
  }
}
