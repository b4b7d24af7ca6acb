import { type ReactNode, useState } from 'react';
import type { Unit } from '../../bindings';
import { Answered } from '../../components/Answered';
import { Button, ButtonRow } from '../../components/Button';
import { Card } from '../../components/Card';
import { Checkbox } from '../../components/Choice';
import { DefinitionList } from '../../components/DefinitionList';
import { ErrorSummary } from '../../components/ErrorSummary';
import { FailureBanner } from '../../components/FailureBanner';
import { Form } from '../../components/Form';
import { Page } from '../../components/Page';
import { TextField } from '../../components/TextField';
import { showToast } from '../../components/Toast';
import { t } from '../../i18n/sv';
import { useAct } from '../../query/useAct';
import { useCommand } from '../../query/useCommand';
import { FolderField } from './FolderField';
import { Retention } from './Retention';
import { type Changes, faultsOf, ids, requestOf, shownOf } from './settings';
import styles from './settings.module.css';

const words = t.settings;

/** *Enhet*. */
export function SettingsPage(): ReactNode {
  const unit = useCommand('unit_settings', null);
  return (
    <Page title={words.title} lead={words.lead} width="reading">
      <Answered asked={unit} waiting={words.waiting}>
        {(saved) => <Settings unit={saved} />}
      </Answered>
      <Retention />
    </Page>
  );
}

/** The organisation has decided where copies may lie: told, and not asked. */
function GovernedFolders({ folders }: { folders: readonly string[] }): ReactNode {
  return (
    <div className={styles.fixed}>
      <p>{words.governed}</p>
      <ul className={styles.folders}>
        {folders.map((folder) => (
          <li key={folder}>
            <bdi>{folder}</bdi>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Settings({ unit }: { unit: Unit }): ReactNode {
  /** Only what differs from what is saved. */
  const [changes, setChanges] = useState<Changes>({});
  const [attempt, setAttempt] = useState(0);
  const save = useAct('save_unit_settings');
  const rules = useCommand('copy_rules', null);

  const shown = shownOf(unit, changes);
  const change = (more: Changes): void => setChanges({ ...changes, ...more });
  const isFolderRefused =
    save.error?.failure.code === 'secureFolderUnusable' &&
    save.variables?.secureFolder === shown.secureFolder;
  const faults = [
    ...(attempt > 0 ? faultsOf(shown) : []),
    ...(isFolderRefused ? [{ field: ids.secureFolder, text: words.faults.folderUnusable }] : []),
  ];
  const faultOf = (field: string): string | undefined => faults.find((one) => one.field === field)?.text;
  const isChanged = Object.keys(changes).length > 0;

  const submit = (): void => {
    if (faultsOf(shown).length > 0) {
      setAttempt(attempt + 1);
      return;
    }
    save.mutate(requestOf(shown), {
      onSuccess: () => {
        setChanges({});
        setAttempt(0);
        showToast({ text: words.saved });
      },
    });
  };

  return (
    <Form onSubmit={submit}>
      <ErrorSummary faults={faults} attempt={attempt} />
      <Card title={words.about}>
        <TextField
          id={ids.name}
          label={words.name}
          description={words.nameHelp}
          value={shown.name}
          onChange={(name) => change({ name })}
          error={faultOf(ids.name)}
        />
        <div className={styles.fixed}>
          <DefinitionList items={[{ term: words.hsaId, value: unit.hsaId }]} />
          <p className={styles.help}>{words.hsaIdHelp}</p>
        </div>
        <TextField
          id={ids.contact}
          label={words.contact}
          description={words.contactHelp}
          value={shown.contact}
          onChange={(contact) => change({ contact })}
          isMultiline
          error={faultOf(ids.contact)}
        />
      </Card>
      <Card title={words.folder}>
        <p>{words.folderLead}</p>
        {rules.data?.foldersGoverned ? (
          <GovernedFolders folders={rules.data.folders} />
        ) : (
          <FolderField
            id={ids.secureFolder}
            value={shown.secureFolder}
            onChange={(secureFolder) => change({ secureFolder })}
            error={faultOf(ids.secureFolder)}
          />
        )}
      </Card>
      <Card title={words.templates}>
        <Checkbox
          label={words.approval}
          description={words.approvalHelp}
          isSelected={shown.approval}
          onChange={(approval) => change({ approval })}
        />
      </Card>
      <FailureBanner failure={isFolderRefused ? null : (save.error?.failure ?? null)} />
      <ButtonRow>
        <Button type="submit" tone="primary" icon="save" isPending={save.isPending} isDisabled={!isChanged}>
          {t.common.save}
        </Button>
        {isChanged && (
          <Button
            tone="quiet"
            onPress={() => {
              setChanges({});
              setAttempt(0);
              save.reset();
            }}
          >
            {words.undo}
          </Button>
        )}
        <span role="status" className={styles.help}>
          {isChanged && words.unsaved}
        </span>
      </ButtonRow>
    </Form>
  );
}
