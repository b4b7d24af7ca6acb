import { type ReactNode, useState } from 'react';
import { Checkbox, CheckboxGroup, RadioGroup, Switch } from '../components/Choice';
import { type ChosenFile, FileField } from '../components/FileField';
import { Stack } from '../components/Page';
import { Select } from '../components/Select';
import { DateField, NumberField, PasswordField, TextField } from '../components/TextField';

export function TextFields(): ReactNode {
  const [name, setName] = useState('Frågor inför besök, artros i knä');
  const [purpose, setPurpose] = useState('Vi behöver veta hur du mår inför ditt besök hos fysioterapeuten.');
  const [number, setNumber] = useState('19121212-121');
  const [empty, setEmpty] = useState('');
  return (
    <Stack>
      <TextField
        label="Mallens namn"
        description="Var specifik, så att kollegor hittar rätt mall i listan."
        value={name}
        onChange={setName}
        necessity="required"
        maxLength={60}
      />
      <TextField label="Syfte" isMultiline value={purpose} onChange={setPurpose} maxLength={60} />
      <TextField
        id="personnummer"
        label="Personnummer"
        description="10 eller 12 siffror, med eller utan bindestreck."
        value={number}
        onChange={setNumber}
        isNarrow
        error="Personnumret har en siffra för lite. Kontrollera de fyra sista."
      />
      <TextField label="Anteckning" value={empty} onChange={setEmpty} necessity="optional" />
      <TextField label="Avsändare" value="Exempelmottagningen" onChange={() => {}} isDisabled />
    </Stack>
  );
}

export function OtherFields(): ReactNode {
  const [weight, setWeight] = useState('72,5');
  const [date, setDate] = useState('2026-11-22');
  const [secret, setSecret] = useState('hemligt');
  const [unit, setUnit] = useState<'a' | 'b' | null>(null);
  return (
    <Stack>
      <NumberField label="Vikt (kg)" value={weight} onChange={setWeight} after="kg" />
      <DateField label="Datum för besöket" value={date} onChange={setDate} />
      <PasswordField
        label="Lösenord"
        value={secret}
        onChange={setSecret}
        autoComplete="current-password"
        error="Lösenordet stämmer inte. Försök igen."
      />
      <Select
        label="Mall"
        description="Mallar som invånaren kan svara på är märkta (Fråga)."
        options={[
          { value: 'a', label: 'Meddelande om provsvar (Information)' },
          { value: 'b', label: 'Frågor inför besök (Fråga)', description: 'Sex frågor och bilder' },
        ]}
        value={unit}
        onChange={setUnit}
      />
    </Stack>
  );
}

export function Choices(): ReactNode {
  const [reply, setReply] = useState<'yes' | 'no' | null>('yes');
  const [level, setLevel] = useState<'none' | 'some' | 'much' | null>(null);
  const [where, setWhere] = useState<('knee' | 'hip')[]>(['knee']);
  const [agreed, setAgreed] = useState(false);
  const [on, setOn] = useState(true);
  return (
    <Stack>
      <RadioGroup
        label="Ska invånaren kunna svara?"
        options={[
          { value: 'yes', label: 'Ja' },
          { value: 'no', label: 'Nej' },
        ]}
        value={reply}
        onChange={setReply}
        isRow
      />
      <RadioGroup
        id="pain"
        label="Hur ont har du?"
        necessity="required"
        options={[
          { value: 'none', label: 'Inte alls' },
          { value: 'some', label: 'En del', description: 'Jag kan göra det mesta.' },
          { value: 'much', label: 'Mycket', isDisabled: true },
        ]}
        value={level}
        onChange={setLevel}
        error="Välj ett svar."
      />
      <CheckboxGroup
        label="Var har du ont?"
        description="Du kan välja flera."
        options={[
          { value: 'knee', label: 'Knä' },
          { value: 'hip', label: 'Höft' },
        ]}
        value={where}
        onChange={setWhere}
      />
      <Checkbox
        label="Jag har läst informationen"
        necessity="required"
        isSelected={agreed}
        onChange={setAgreed}
        error="Kryssa för att du har läst, så kan svaret skickas."
      />
      <Switch
        label="Visa arkiverade mallar"
        description="De kan inte skickas."
        isSelected={on}
        onChange={setOn}
      />
    </Stack>
  );
}

const files: ChosenFile[] = [
  { id: '1', name: 'knä framifrån.jpg', size: 2_400_000, state: { at: 'done' } },
  { id: '2', name: 'träningsdagbok.pdf', size: 845_000, state: { at: 'sending', percent: 62 } },
  {
    id: '3',
    name: 'film.mov',
    size: 48_000_000,
    state: { at: 'refused', why: 'Filen är större än 20 MB.', mayRetry: true },
  },
];

export function Files(): ReactNode {
  const [shown, setShown] = useState(files);
  return (
    <FileField
      label="Bifoga bilder eller PDF"
      description="Högst 5 filer om 20 MB: PDF eller bild."
      accept={['application/pdf', 'image/*']}
      allowsMultiple
      files={shown}
      onChoose={() => {}}
      onRemove={(id) => setShown(shown.filter((file) => file.id !== id))}
      onRetry={() => {}}
      error="En fil kunde inte tas emot."
    />
  );
}
