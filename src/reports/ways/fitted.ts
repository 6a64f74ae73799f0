import { clip } from '../text-width.ts';
import { visible } from '../visible.ts';

/** Text from evidence within a width: what steers the eye is spelt out before it is measured. */
export function fitted(text: string, size: number, width: number, bold = false): string {
	return clip(visible(text), size, bold ? width / 1.06 : width);
}
