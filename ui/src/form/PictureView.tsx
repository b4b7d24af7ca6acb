import type { ReactNode } from 'react';
import type { Picture } from '../bindings';
import styles from './Form.module.css';

/** A question's picture. Its size is known beforehand, so that nothing moves when it comes. */
export function PictureView({ picture }: { readonly picture: Picture | undefined }): ReactNode {
  if (!picture) return null;
  const { data, width, height, alt, decorative } = picture;
  return (
    <img
      className={styles.picture}
      src={`data:image/jpeg;base64,${data}`}
      width={width}
      height={height}
      alt={decorative ? '' : (alt ?? '')}
    />
  );
}
