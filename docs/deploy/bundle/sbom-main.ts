/** Prints the list of everything that the program needs at run time, in CycloneDX: `npm run --silent sbom > sbom.cdx.json`. */
import { readFileSync } from 'node:fs';
import { sbomOf, sbomText } from './sbom.ts';

process.stdout.write(sbomText(sbomOf(JSON.parse(readFileSync('package-lock.json', 'utf8')))));
