/** How transfer programs call a file that they have not finished: WinSCP, FileZilla, lftp, rsync, browsers and EBICS clients. */
const unfinished = /^[.~]|\.(part|partial|tmp|temp|filepart|crdownload|lftp|writing|lock)$|~$/i;

/** A name under which a file is still being written, or which is nobody's statement; it is left alone. */
export function isUnfinished(name: string): boolean {
  return unfinished.test(name);
}

/** A name that is shown and kept as it is: no control characters, nothing that another system reads as a path. */
export function isPlainName(name: string): boolean {
  return name.length <= 180 && !/[\p{C}\\/:*?"<>|]/u.test(name) && name.trim() === name && !name.endsWith('.');
}

/** What a file is called in `done` and `refused`, whatever it was called. */
export function plainName(name: string): string {
  return name.replaceAll(/[\p{C}\\/:*?"<>|]+/gu, '_').trim().replace(/\.+$/, '').slice(0, 180) || 'file';
}

/** Another name beside one that is taken: `october.xml`, `october.2.xml`. */
export function numberedName(name: string, number: number): string {
  if (number === 1) return name;
  const point = name.lastIndexOf('.');
  return point > 0 ? `${name.slice(0, point)}.${number}${name.slice(point)}` : `${name}.${number}`;
}
