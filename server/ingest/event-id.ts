/** One id per thing that happened, the same however often it is sent. */
import { createHash } from 'node:crypto';

/**
 * `messageId` is not a UUID and only unique within its sender, so the id is a hash of all three, in the shape of a
 * UUID version 8 (RFC 9562: "vendor-specific").
 */
export function eventIdOf(wsId: string, sourceId: string, messageId: string): string {
  const bytes = createHash('sha256')
    .update(wsId)
    .update('\0')
    .update(sourceId)
    .update('\0')
    .update(messageId)
    .digest()
    .subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
