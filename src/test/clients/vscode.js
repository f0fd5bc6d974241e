// Calls each command of VS Code's container client and prints what it reads from docker's output. The editor itself is absent:
// of its module only two enumerations are needed.
'use strict';
const editor = {
  ShellQuoting: { Escape: 1, Strong: 2, Weak: 3 },
  FileType: { Unknown: 0, File: 1, Directory: 2, SymbolicLink: 64 },
};
const Module = require('module');
const load = Module._load;
Module._load = (name, ...rest) =>
  name === 'vscode' ? editor : load(name, ...rest);

const { PassThrough } = require('stream');
const { DockerClient, ShellStreamCommandRunnerFactory } = require('@microsoft/vscode-container-client');

const client = new DockerClient();

function factory(input) {
  const errors = new PassThrough();
  errors.pipe(process.stdout, { end: false });
  return new ShellStreamCommandRunnerFactory({ strict: true, stdErrPipe: errors, stdInPipe: input });
}

// Fields in the order of their names, as the order of a map is none.
function sorted(key, value) {
  if (value === null || typeof value !== 'object' || Array.isArray(value) || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function show(name, value) {
  console.log(name, JSON.stringify(value, sorted, 1));
}

async function call(name, options = {}, input = undefined) {
  try {
    const result = await factory(input).getCommandRunner()(client[name](options));
    if (name === 'info') result.raw = Object.keys(JSON.parse(result.raw)).sort();
    // docker's order of one image's names is random.
    if (name === 'listImages') result.sort((a, b) => (a.image.originalName < b.image.originalName ? -1 : 1));
    show(name, result);
    return result;
  } catch (error) {
    show(name, { error: error.message, exitCode: error.code });
    return undefined;
  }
}

async function stream(name, options) {
  try {
    const parts = [];
    for await (const part of factory().getStreamingCommandRunner()(client[name](options))) parts.push(part);
    // How output is cut into parts is left to chance.
    const [first] = parts;
    show(name, typeof first === 'string' ? parts.join('') : Buffer.isBuffer(first) ? Buffer.concat(parts).length : parts);
  } catch (error) {
    show(name, { error: error.message, exitCode: error.code });
  }
}

async function main() {
  const began = Math.floor(Date.now() / 1000);
  await call('checkInstall');
  await call('version');
  await call('info');

  const labels = { 'com.example.a': 'b c' };
  await call('createVolume', { name: 'data', driver: 'local' });
  await call('createNetwork', { name: 'front', driver: 'bridge' });
  await call('runContainer', {
    imageRef: 'busybox:latest', name: 'web', detached: true, labels, environmentVariables: { A: 'x y' },
    ports: [{ hostPort: 8080, containerPort: 80, protocol: 'tcp' }], exposePorts: [81], network: 'front', networkAlias: 'www',
    mounts: [{ type: 'volume', source: 'data', destination: '/data', readOnly: false }], addHost: [{ hostname: 'h', ip: '1.2.3.4' }],
    command: ['sh', '-c', 'echo started; trap exit TERM; while :; do sleep 0.1; done'],
  });
  await call('runContainer', { imageRef: 'busybox:latest', name: 'ended', command: ['echo', 'a  b'] });
  await call('runContainer', { imageRef: 'busybox:latest', removeOnExit: true, command: ['sh', '-c', 'exit 3'] });
  await stream('execContainer', { container: 'web', command: ['sh', '-c', 'echo $0; ls /'], interactive: true });
  await call('listContainers', { all: true });
  await call('listContainers', { running: true, labels });
  await call('listContainers', { exited: true, names: ['ended'], imageAncestors: ['busybox:latest'] });
  await call('listContainers', { volumes: ['data'], networks: ['front'] });
  await call('inspectContainers', { containers: ['web', 'ended'] });
  await call('inspectContainers', { containers: ['absent'] });
  await stream('logsForContainer', { container: 'web', tail: 5, timestamps: false });

  await call('listFiles', { container: 'web', path: '/', operatingSystem: 'linux' });
  await call('statPath', { container: 'web', path: '/bin/busybox', operatingSystem: 'linux' });
  await stream('readFile', { container: 'web', path: '/etc/passwd', operatingSystem: 'linux' });
  await call('writeFile', { container: 'web', path: '/root/', inputFile: 'notes.txt', operatingSystem: 'linux' });

  await call('restartContainers', { container: ['web'], time: 5 });
  await call('stopContainers', { container: ['web'], time: 5 });
  await call('startContainers', { container: ['web'] });
  await call('stopContainers', { container: ['web', 'absent'], time: 5 });

  await call('tagImage', { fromImageRef: 'busybox:latest', toImageRef: 'localhost:1/other:1' });
  await call('listImages', { all: true });
  await call('listImages', { references: ['busybox'], dangling: false });
  await call('inspectImages', { imageRefs: ['busybox:latest', 'localhost:1/other:1'] });
  await call('pullImage', { imageRef: 'localhost:1/other:1' });
  await call('pushImage', { imageRef: 'localhost:1/other:1' });
  await call('removeImages', { imageRefs: ['localhost:1/other:1', 'absent'], force: true });
  await call('pruneImages', { all: false });

  await call('listVolumes', { driver: 'local' });
  await call('inspectVolumes', { volumes: ['data', 'absent'] });
  await call('listNetworks', {});
  await call('inspectNetworks', { networks: ['front'] });

  await call('listContexts');
  await call('inspectContexts', { contexts: ['default'] });
  await call('useContext', { context: 'absent' });
  await call('useContext', { context: 'default' });
  await call('removeContexts', { contexts: ['absent'] });

  await stream('getEventStream', { since: began, until: Math.floor(Date.now() / 1000) + 1, types: ['volume', 'network'], events: ['create'] });
  await stream('getEventStream', { since: began, until: Math.floor(Date.now() / 1000) + 1, types: ['container'], labels });
  await call('removeContainers', { containers: ['ended', 'absent'], force: false });
  await call('pruneContainers');
  await call('removeNetworks', { networks: ['absent'] });
  await call('pruneNetworks');
  await call('removeVolumes', { volumes: ['absent'] });
  await call('pruneVolumes');
  await call('login', { username: 'u', passwordStdIn: true, registry: 'localhost:1' }, stdin('secret'));
  await call('logout', { registry: 'localhost:1' });
}

function stdin(text) {
  const input = new PassThrough();
  input.end(text);
  return input;
}

require('fs').writeFileSync('notes.txt', 'notes\n');
main();
