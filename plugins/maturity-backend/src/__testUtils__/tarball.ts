const BLOCK = 512;

function header(name: string, size: number): Buffer {
  const block = Buffer.alloc(BLOCK);
  block.write(name, 0, 100);
  block.write('0000644\0', 100);
  block.write('0000000\0', 108);
  block.write('0000000\0', 116);
  block.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
  block.write('00000000000\0', 136);
  block.write('        ', 148);
  block.write('0', 156);
  block.write('ustar\x0000', 257);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}

/** One file of a tar archive. */
export function tarEntry(name: string, content: Buffer): Buffer {
  const rest = (BLOCK - (content.length % BLOCK)) % BLOCK;
  return Buffer.concat([
    header(name, content.length),
    content,
    Buffer.alloc(rest),
  ]);
}

/** A tar archive of the given files, by their names in it. */
export function tarball(files: Readonly<Record<string, string>>): Buffer {
  return Buffer.concat([
    ...Object.entries(files).map(([name, text]) =>
      tarEntry(name, Buffer.from(text)),
    ),
    Buffer.alloc(2 * BLOCK),
  ]);
}
