import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useState, type Ref } from 'react';
import { useTranslation } from 'react-i18next';

interface SearchBoxProps {
  label: string;
  value: string;
  onSearch: (text: string) => void;
  placeholder?: string;
  inputRef?: Ref<HTMLInputElement>;
}

/** A search that follows the typing, a moment behind it. */
export function SearchBox({ label, value, onSearch, placeholder, inputRef }: SearchBoxProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(value);
  const search = useDebouncedCallback(onSearch, 250);
  useEffect(() => setTyped(value), [value]);
  const change = (text: string) => {
    setTyped(text);
    search(text.trim());
  };
  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={placeholder ?? label}
      value={typed}
      maxLength={100}
      w={{ base: '100%', xs: 260 }}
      ref={inputRef ?? null}
      onChange={(event) => change(event.currentTarget.value)}
      rightSection={typed ? <CloseButton size="sm" aria-label={t('action.clearSearch')} onClick={() => change('')} /> : null}
    />
  );
}
