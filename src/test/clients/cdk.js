// Calls each function of DockerImage that starts docker.
'use strict';
const fs = require('fs');
const { App, AssetStaging, DockerImage, Stack } = require('aws-cdk-lib');

function attempt(name, action) {
  try {
    console.log(name, action());
  } catch (error) {
    console.log(name, error.message);
  }
}

const tag = image => image.image;
attempt('build', () => tag(DockerImage.fromBuild('image', { buildArgs: { A: 'b c' } })));
attempt('build again', () => tag(DockerImage.fromBuild('image', { buildArgs: { A: 'b c' } })));
attempt('target', () => tag(DockerImage.fromBuild('image', { buildArgs: { A: 'd' }, targetStage: 'last', network: 'none', cacheDisabled: true })));
attempt('platform', () => tag(DockerImage.fromBuild('image', { platform: 'linux/amd64' })));
attempt('failing', () => tag(DockerImage.fromBuild('image', { file: 'Failing' })));
attempt('absent', () => tag(DockerImage.fromBuild('image', { targetStage: 'absent' })));

const image = DockerImage.fromBuild('image', { buildArgs: { A: 'b c' } });
fs.mkdirSync('copied');
attempt('cp', () => image.cp('/asset', 'copied'));
attempt('cp of contents', () => image.cp('/asset/.', 'copied2'));
attempt('cp of nothing', () => image.cp('/absent', 'copied'));
fs.mkdirSync('output');
const mount = { hostPath: fs.realpathSync('output'), containerPath: '/out' };
attempt('run', () =>
  image.run({ command: ['sh', '-c', 'cp -r /asset /out; echo "$E" >/out/env'], volumes: [mount], environment: { E: 'f g' }, network: 'none' }),
);
attempt('run as', () => image.run({ entrypoint: ['id'], command: ['-u'], user: '5:6', workingDirectory: '/tmp', securityOpt: 'no-new-privileges:true' }));
attempt('run fails', () => image.run({ command: ['sh', '-c', 'echo error >&2; exit 4'] }));

const stack = new Stack(new App({ outdir: 'cdk.out' }), 'Stack');
attempt('bundle', () => {
  const bundling = { image, command: ['sh', '-c', 'cat /asset-input/file.txt >/asset-output/bundled; id -u'], user: '0:0' };
  const staging = new AssetStaging(stack, 'Staging', { sourcePath: 'image', bundling });
  return fs.readFileSync(staging.absoluteStagedPath + '/bundled', 'utf8');
});
attempt('bundle by copies', () => {
  const bundling = { image, command: ['sh', '-c', 'cat /asset-input/file.txt >/asset-output/copied'], user: '0:0', bundlingFileAccess: 'VOLUME_COPY' };
  const staging = new AssetStaging(stack, 'Copies', { sourcePath: 'image', bundling });
  return fs.readFileSync(staging.absoluteStagedPath + '/copied', 'utf8');
});
