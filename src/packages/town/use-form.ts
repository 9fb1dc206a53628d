import { useState } from 'react';

type Texts = Readonly<Record<string, string>>;
type Problems<Names extends string> = Partial<Record<Names, string>>;

/**
 * The fields of a form: what is wrong is said at its field, all at once, and no longer once that
 * field is put right.
 */
export function useForm<Start extends Texts>(start: Start) {
  type Name = keyof Start & string;
  const [value, setValue] = useState<Record<Name, string>>(start);
  const [problems, setProblems] = useState<Problems<Name>>({});
  const set = (name: Name, text: string) => {
    setValue((before) => ({ ...before, [name]: text }));
    setProblems((before) => ({ ...before, [name]: undefined }));
  };
  return {
    value,
    set,
    /** What a `Field` is given for one of them. */
    field: (name: Name, onChange?: () => void) => ({
      value: value[name],
      problem: problems[name] ?? null,
      onInput(text: string) {
        set(name, text);
        onChange?.();
      },
    }),
    /** @param asked what is said of a field that is empty; @returns whether none is */
    check(asked: Problems<Name>): boolean {
      const names = Object.keys(asked) as Name[];
      const missing = names.filter((name) => value[name].trim() === '');
      const said: Problems<Name> = {};
      for (const name of missing) said[name] = asked[name];
      setProblems(said);
      return missing.length === 0;
    },
    /** Of a field that holds something, but not what is asked for. */
    say: (name: Name, problem: string) => setProblems((before) => ({ ...before, [name]: problem })),
    /** Puts in what was kept of them; of a field that is none any more nothing. */
    fill: (kept: Texts) =>
      setValue((before) => {
        const filled = { ...before };
        for (const name of Object.keys(start) as Name[]) filled[name] = kept[name] ?? before[name];
        return filled;
      }),
    isFilled: Object.keys(start).some((name) => value[name as Name] !== start[name]),
    reset() {
      setValue(start);
      setProblems({});
    },
  };
}
