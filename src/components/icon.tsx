import { Image } from '@tarojs/components';
import './icon.scss';
import { type IconName, iconPaths } from './icon-paths';

export type { IconName };
export type Tone = 'text' | 'secondary' | 'green' | 'gold' | 'red' | 'blue' | 'white';

/** The same values as the tokens of app.scss: a picture cannot read CSS variables. */
const colours: Record<Tone, string> = {
  text: '#1E2A24',
  secondary: '#5A6B62',
  green: '#1F7A4D',
  gold: '#9A6400',
  red: '#B3261E',
  blue: '#1D5F9E',
  white: '#FFFFFF',
};

type Props = { name: IconName; tone?: Tone; size?: 'normal' | 'large' };

/** A line icon; it only repeats what words beside it say, so it is silent for screen readers. */
export function Icon({ name, tone = 'secondary', size = 'normal' }: Props) {
  const stroke = `fill="none" stroke="${colours[tone]}" stroke-width="1.9"`;
  const ends = 'stroke-linecap="round" stroke-linejoin="round"';
  const path = `<path d="${iconPaths[name]}" ${stroke} ${ends}/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">${path}</svg>`;
  const source = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  return <Image className={`icon icon-${size}`} src={source} svg aria-hidden="true" />;
}
