import { type identityHttp } from '@lettrage/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

type Role = identityHttp.Role;

@Entity('organisation')
export class Organisation {
  @PrimaryColumn({ name: 'organisation_id', type: 'uuid' }) organisationId: string;
  @Column({ type: 'int' }) version: number;
  @Column({ type: 'text' }) name: string;
  @Column({ type: 'char', length: 3 }) currency: string;
  @Column({ type: 'char', length: 2 }) country: string;
  @Column({ name: 'time_zone', type: 'text' }) timeZone: string;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
}

/** A person, once, whatever they are members of. */
@Entity('user_identity')
export class UserIdentity {
  @PrimaryColumn({ name: 'user_id', type: 'uuid' }) userId: string;
  @Column({ type: 'text' }) email: string;
  @Column({ type: 'text' }) name: string;
  @Column({ name: 'password_hash', type: 'text' }) passwordHash: string;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
}

@Entity('membership')
export class Membership {
  @PrimaryColumn({ name: 'organisation_id', type: 'uuid' }) organisationId: string;
  @PrimaryColumn({ name: 'user_id', type: 'uuid' }) userId: string;
  @Column({ type: 'text' }) role: Role;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  /** Which of several memberships a sign-in leads to: the one of last time. */
  @Column({ name: 'signed_in_at', type: 'timestamptz' }) signedInAt: Date;
}

@Entity('session')
export class SessionRow {
  @PrimaryColumn({ name: 'token_hash', type: 'bytea' }) tokenHash: Buffer;
  @Column({ name: 'organisation_id', type: 'uuid' }) organisationId: string;
  @Column({ name: 'user_id', type: 'uuid' }) userId: string;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  @Column({ name: 'last_seen_at', type: 'timestamptz' }) lastSeenAt: Date;
}

@Entity('api_token')
export class ApiToken {
  @PrimaryColumn({ name: 'organisation_id', type: 'uuid' }) organisationId: string;
  @PrimaryColumn({ name: 'token_id', type: 'uuid' }) tokenId: string;
  @Column({ name: 'token_hash', type: 'bytea' }) tokenHash: Buffer;
  @Column({ type: 'text' }) name: string;
  @Column({ type: 'text' }) role: Exclude<Role, 'owner'>;
  @Column({ name: 'created_by', type: 'uuid' }) createdBy: string;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  @Column({ name: 'last_used_at', type: 'timestamptz', nullable: true }) lastUsedAt: Date | null;
  @Column({ name: 'revoked_at', type: 'timestamptz', nullable: true }) revokedAt: Date | null;
}

/** A one-time link: the owner's first one, or an invitation. */
@Entity('sign_in_link')
export class SignInLink {
  @PrimaryColumn({ name: 'organisation_id', type: 'uuid' }) organisationId: string;
  @PrimaryColumn({ name: 'link_id', type: 'uuid' }) linkId: string;
  @Column({ name: 'link_hash', type: 'bytea' }) linkHash: Buffer;
  @Column({ type: 'text' }) role: Role;
  @Column({ name: 'created_by', type: 'uuid', nullable: true }) createdBy: string | null;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  @Column({ name: 'expires_at', type: 'timestamptz' }) expiresAt: Date;
  @Column({ name: 'used_at', type: 'timestamptz', nullable: true }) usedAt: Date | null;
}

export const gatewayEntities = [Organisation, UserIdentity, Membership, SessionRow, ApiToken, SignInLink];
