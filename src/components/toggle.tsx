import { View } from '@tarojs/components';
import { aria } from './aria';
import { classes } from './classes';
import './toggle.scss';

type Props = {
  title: string;
  note?: string;
  on: boolean;
  disabled?: boolean;
  onChange: (on: boolean) => void;
};

/** A choice that takes effect at once; the whole line can be tapped. */
export function Toggle({ title, note, on, disabled, onChange }: Props) {
  return (
    <View
      className="toggle"
      onClick={() => !disabled && onChange(!on)}
      {...aria('switch', title, { checked: on, disabled })}
    >
      <View className="toggle-words">
        <View>{title}</View>
        {note && <View className="toggle-note">{note}</View>}
      </View>
      <View className={classes('toggle-track', on && 'toggle-on', disabled && 'toggle-off')}>
        <View className="toggle-knob" />
      </View>
    </View>
  );
}
