/**
 * Screens are set in the type of the system. That of a bare Linux is nobody's: where Inter is at hand (Debian: `fonts-inter`, or a folder
 * named in TRUCE_FONTS), the pictures are set in it. Other systems have a good one already and ignore this.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const prefer = (test: string, mode: 'append' | 'prepend') =>
  `<match target="pattern">${test}<edit name="family" mode="${mode}" binding="strong"><string>Inter</string></edit></match>`;

/** @param folder where the setting may be kept; the browsers that are started from now on follow it */
export async function withGoodType(folder: string): Promise<void> {
  const file = join(folder, 'fonts.conf');
  const own = process.env.TRUCE_FONTS ? `<dir>${process.env.TRUCE_FONTS}</dir>` : '';
  await writeFile(
    file,
    [
      '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>',
      own,
      // Chromium asks for the system's type without naming any.
      prefer('', 'append'),
      '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>',
      prefer('<test name="family" qual="any"><string>sans</string></test>', 'prepend'),
      '</fontconfig>',
    ].join('\n'),
  );
  process.env.FONTCONFIG_FILE = file;
}
