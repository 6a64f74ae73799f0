import test from 'ava';
import neo4j from 'neo4j-driver';
import { hasSentence } from '../../../src/cli/messages/words.ts';
import { Problem } from '../../../src/ledger/problem.ts';
import { firstTrouble, serverTrouble } from '../../../src/stores/neo4j/trouble.ts';

const PLACE = { address: 'neo4j://db.example:7687', user: 'u', password: 'canary-9f31', case: 'a case', runs: 1 };

/** An error as the driver throws it. The server's own code comes with a GQL status of its own. */
function driverError(code: string, message = 'what the server said', cause?: Error): Error {
	return new neo4j.Neo4jError(message, code, '50N00', 'error: general processing exception', undefined, cause);
}

const CODES = {
	'Neo.ClientError.Security.Unauthorized': 'store.neo4j-login',
	'Neo.ClientError.Security.CredentialsExpired': 'store.neo4j-login',
	'Neo.ClientError.Security.AuthenticationRateLimit': 'store.neo4j-login',
	'Neo.ClientError.Security.Forbidden': 'store.neo4j-forbidden',
	'Neo.ClientError.Database.DatabaseNotFound': 'store.neo4j-database',
	'Neo.ClientError.Database.HomeDatabaseNotFound': 'store.neo4j-database',
	'Neo.ClientError.General.WriteOnReadOnlyAccessDatabase': 'store.neo4j-read-only',
	'Neo.ClientError.General.ForbiddenOnReadOnlyDatabase': 'store.neo4j-read-only',
	'Neo.ClientError.Schema.ConstraintValidationFailed': 'store.foreign',
	'Neo.DatabaseError.Schema.ConstraintCreationFailed': 'store.foreign',
	'Neo.TransientError.General.MemoryPoolOutOfMemoryError': 'store.memory',
	'Neo.TransientError.General.TransactionOutOfMemoryError': 'store.memory',
	'Neo.TransientError.General.OutOfMemoryError': 'store.memory',
	'Neo.TransientError.Transaction.DeadlockDetected': 'store.busy',
	'Neo.TransientError.Transaction.LockAcquisitionTimeout': 'store.busy',
	'Neo.ClientError.Transaction.TransactionTimedOut': 'store.neo4j-slow',
	'Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration': 'store.neo4j-slow',
	// What a server says whose disk ran full: first to the commit, then to everything until it is restarted.
	'Neo.DatabaseError.Transaction.TransactionCommitFailed': 'store.neo4j-stopped',
	'Neo.DatabaseError.Transaction.TransactionStartFailed': 'store.neo4j-stopped',
	'Neo.TransientError.General.DatabaseUnavailable': 'store.neo4j-away',
	'Neo.ClientError.Cluster.NotALeader': 'store.neo4j-away',
	ServiceUnavailable: 'store.neo4j-away',
	SessionExpired: 'store.neo4j-away',
} as const;

for (const [code, problem] of Object.entries(CODES)) {
	test(`${code} is ${problem}`, (t) => {
		const trouble = serverTrouble(driverError(code), PLACE);
		t.true(trouble instanceof Problem);
		t.is((trouble as Problem).code, problem);
		t.is((trouble as Problem).facts.path, 'neo4j://db.example:7687 (a case)');
		t.true(hasSentence('en', problem) && hasSentence('zh', problem));
	});
}

test('a full disk is told whatever code it comes with, also where only the cause says so', (t) => {
	const said = 'No space left on device';
	const errors = [
		driverError('Neo.DatabaseError.Transaction.TransactionLogError', `java.io.IOException: ${said}`),
		driverError('Neo.TransientError.General.DatabaseUnavailable', 'the database gave up', new Error(said)),
		driverError('Neo.DatabaseError.Transaction.TransactionCommitFailed', 'x', driverError('N/A', 'y', new Error(said))),
	];
	for (const error of errors) t.is((serverTrouble(error, PLACE) as Problem).code, 'store.full');
});

test('a pool that gave no connection is a server that went away', (t) => {
	const error = driverError('N/A', 'Connection acquisition timed out in 60000 ms.');
	t.is((serverTrouble(error, PLACE) as Problem).code, 'store.neo4j-away');
});

test('what is a bug of ours is returned as it came', (t) => {
	for (const error of [
		driverError('Neo.ClientError.Statement.SyntaxError'),
		driverError('Neo.ClientError.Statement.AccessMode'),
		new TypeError('x is not a function'),
		new Problem('store', 'store.busy', { path: 'p' }),
	]) {
		t.is(serverTrouble(error, PLACE), error);
	}
});

test('with the first words everything is expected trouble', (t) => {
	const first = (error: unknown) => firstTrouble(error, PLACE).code;
	t.is(first(driverError('Neo.DatabaseError.General.UnknownError')), 'store.neo4j-other');
	t.is(first(driverError('Neo.ClientError.Procedure.ProcedureNotFound')), 'store.neo4j-none');
	t.is(first(driverError('ServiceUnavailable', 'x', new Error('self-signed certificate'))), 'store.neo4j-tls');
	t.is(first(new RangeError('an address the driver cannot read')), 'store.neo4j-other');
	const old = new Problem('store', 'store.neo4j-old');
	t.is(firstTrouble(old, PLACE), old);
});

test('no trouble tells the password', (t) => {
	const trouble = serverTrouble(driverError('ServiceUnavailable'), { ...PLACE, address: 'neo4j://u:canary-9f31@h:1' });
	t.false((trouble as Problem).message.includes('canary'));
});
