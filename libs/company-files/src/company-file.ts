/** A file by its path, or bytes that came some other way under the name that messages give them. */
export type CompanyFile = string | { readonly name: string; readonly bytes: AsyncIterable<Uint8Array> };

export function nameOf(file: CompanyFile): string {
  return typeof file === 'string' ? file : file.name;
}

/** The file was understood and refused; the message names the file, the line, the column, what is wrong and what to do. */
export class CompanyFileFault extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CompanyFileFault';
  }
}
