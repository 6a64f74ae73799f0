import { generateKeyPairSync, sign } from 'node:crypto';

export interface Certificate {
	readonly cert: string;
	readonly key: string;
}

/** A certificate that a server made for itself, for `localhost` and 127.0.0.1; good for a day around now (X.509, RFC 5280). */
export function ownCertificate(): Certificate {
	const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
	const day = 86_400_000;
	const name = sequence(set(sequence(oid('550403'), tlv(0x0c, Buffer.from('localhost')))));
	const algorithm = sequence(oid('2a8648ce3d040302'));
	const validity = sequence(time(Date.now() - day), time(Date.now() + day));
	const alternatives = sequence(tlv(0x82, Buffer.from('localhost')), tlv(0x87, Buffer.from([127, 0, 0, 1])));
	const extensions = sequence(
		extension('551d11', alternatives),
		// A root of its own: whoever trusts it trusts itself alone.
		extension('551d13', sequence(tlv(0x01, Buffer.from([0xff])))),
	);
	const signed = sequence(
		tlv(0xa0, integer(2)),
		integer(1),
		algorithm,
		name,
		validity,
		name,
		publicKey.export({ type: 'spki', format: 'der' }),
		tlv(0xa3, extensions),
	);
	const signature = sign('sha256', signed, privateKey);
	const whole = sequence(signed, algorithm, tlv(0x03, Buffer.concat([Buffer.from([0]), signature])));
	const lines = whole.toString('base64').match(/.{1,64}/g) ?? [];
	return {
		cert: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
		key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
	};
}

function tlv(tag: number, content: Buffer): Buffer {
	const size = content.length;
	const length = size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, size >> 8, size & 0xff];
	return Buffer.concat([Buffer.from([tag, ...length]), content]);
}

const sequence = (...parts: Buffer[]) => tlv(0x30, Buffer.concat(parts));
const set = (...parts: Buffer[]) => tlv(0x31, Buffer.concat(parts));
const oid = (hex: string) => tlv(0x06, Buffer.from(hex, 'hex'));
const integer = (value: number) => tlv(0x02, Buffer.from([value]));
const extension = (id: string, content: Buffer) => sequence(oid(id), tlv(0x04, content));
const time = (instant: number) =>
	tlv(0x18, Buffer.from(`${new Date(instant).toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z`));
