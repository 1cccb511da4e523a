import { analysisAction, analysisCommand } from './analysisSteps';
import { deployAction, deployCommand } from './deploySteps';
import { provenanceAction, provenanceCommand } from './provenanceSteps';
import { readCommands } from './shell';
import { testCommand } from './testSteps';

const command = (script: string) => readCommands(script)[0];
const action = (name: string) => ({ name, inputs: undefined });

describe('testCommand', () => {
  it.each([
    ['npm test', 'npm test'],
    ['npm t', 'npm test'],
    ['CI=1 npm run test:unit -- --ci', 'npm test:unit'],
    ['npm --prefix web test', 'npm test'],
    ['yarn test', 'yarn test'],
    ['yarn workspace web test', 'yarn test'],
    ['yarn workspaces foreach -A run test', 'yarn test'],
    ['pnpm -r test', 'pnpm test'],
    ['pnpm exec vitest run', 'vitest'],
    ['yarn jest', 'jest'],
    ['npx --yes jest --ci', 'jest'],
    ['npx backstage-cli repo test', 'backstage-cli repo test'],
    ['yarn backstage-cli repo test --coverage', 'backstage-cli repo test'],
    ['./node_modules/.bin/mocha', 'mocha'],
    ['node --test', 'node --test'],
    ['pytest -q', 'pytest'],
    ['python3 -m pytest', 'pytest'],
    ['python -m unittest discover', 'unittest'],
    ['poetry run pytest', 'pytest'],
    ['uv run --with x pytest', 'pytest'],
    ['coverage run -m pytest', 'pytest'],
    ['python manage.py test', 'manage.py test'],
    ['go test ./...', 'go test'],
    ['sudo timeout 10m go test', 'go test'],
    ['./mvnw -B verify', 'mvn verify'],
    ['mvn test', 'mvn test'],
    ['./gradlew :app:test', 'gradle :app:test'],
    ['gradle build', 'gradle build'],
    ['cargo test --all', 'cargo test'],
    ['dotnet test', 'dotnet test'],
    ['bundle exec rspec', 'rspec'],
    ['make test', 'make test'],
  ])('sees the tests of %j', (script, expected) => {
    expect(testCommand(command(script))).toBe(expected);
  });

  it.each([
    'echo npm test',
    'npm install',
    'npm run build',
    'npm run contest',
    'pytest --version',
    'jest --help',
    'mvn verify -DskipTests',
    'mvn package -Dmaven.test.skip=true',
    'gradle build -x test',
    'go build ./test',
    'go vet',
    'git commit -m test',
    'cd test',
    'test -f package.json',
    '"npm test"',
    'pip install pytest',
    'apt-get install -y pytest',
  ])('sees no test in %j', script => {
    expect(testCommand(command(script))).toBeUndefined();
  });
});

describe('a command in a container', () => {
  it.each([
    ['docker compose run --rm -e CI=1 app npm test', 'npm test'],
    ['docker compose -f ci.yml exec app pytest', 'pytest'],
    ['docker run --rm -v .:/src -w /src node:22 npm test', 'npm test'],
    ['podman run golang sh -c "go test ./..."', 'go test'],
  ])('is seen in %j', (script, expected) => {
    expect(
      readCommands(script).flatMap(each => testCommand(each) ?? []),
    ).toEqual([expected]);
  });

  it.each([
    'docker run app',
    'docker build --tag pytest .',
    'docker compose up',
  ])('is not seen in %j', script => {
    expect(testCommand(command(script))).toBeUndefined();
  });
});

describe('analysisCommand', () => {
  it.each([
    ['npm run lint', 'npm lint'],
    ['yarn lint:all', 'yarn lint:all'],
    ['npx eslint .', 'eslint'],
    ['yarn eslint .', 'eslint'],
    ['ruff check .', 'ruff'],
    ['go vet ./...', 'go vet'],
    ['cargo clippy -- -D warnings', 'cargo clippy'],
    ['semgrep ci', 'semgrep'],
    ['mvn -B verify sonar:sonar', 'mvn sonar:sonar'],
    ['./gradlew detekt', 'gradlew detekt'],
  ])('sees the analysis of %j', (script, expected) => {
    expect(analysisCommand(command(script))).toBe(expected);
  });

  it.each([
    'ruff format .',
    'npm install eslint',
    'echo eslint',
    'pip install semgrep',
    'eslint --version',
  ])('sees none in %j', script => {
    expect(analysisCommand(command(script))).toBeUndefined();
  });

  it('tells an analysing action from one that only prepares it', () => {
    expect(analysisAction(action('github/codeql-action/analyze'))).toBe(
      'github/codeql-action/analyze',
    );
    expect(analysisAction(action('github/codeql-action/init'))).toBeUndefined();
    expect(
      analysisAction(action('gitlab-template:security/sast.gitlab-ci.yml')),
    ).toBeDefined();
    expect(analysisAction(action('actions/checkout'))).toBeUndefined();
  });
});

describe('deployCommand', () => {
  it.each([
    ['kubectl -n shop apply -f k8s/', 'kubectl apply'],
    [
      'helm upgrade --install checkout ./chart',
      'helm upgrade checkout ./chart',
    ],
    ['terraform -chdir=infra apply -auto-approve', 'terraform apply'],
    ['npm run deploy:prod', 'npm deploy:prod'],
    ['./deploy.sh production', 'deploy'],
    ['gcloud run deploy checkout', 'gcloud run deploy checkout'],
    ['npx cdk deploy', 'cdk deploy'],
    ['bash scripts/deploy.sh prod', 'bash scripts/deploy.sh'],
    ['python3 deploy.py', 'python3 deploy.py'],
  ])('sees the deployment of %j', (script, expected) => {
    expect(deployCommand(command(script))).toBe(expected);
  });

  it.each([
    'kubectl get pods',
    'kubectl apply --dry-run=client -f k8s/',
    'helm lint ./chart',
    'terraform plan',
    'echo kubectl apply',
    'docker build .',
    'npm publish',
    'bash build.sh deploy',
  ])('sees none in %j', script => {
    expect(deployCommand(command(script))).toBeUndefined();
  });

  it('knows actions that deploy', () => {
    expect(deployAction(action('azure/webapps-deploy'))).toBe(
      'azure/webapps-deploy',
    );
    expect(deployAction(action('actions/upload-artifact'))).toBeUndefined();
  });
});

describe('provenance steps', () => {
  it('tells signing from verifying', () => {
    expect(provenanceCommand(command('cosign attest --yes image'))).toBe(
      'cosign attest',
    );
    expect(
      provenanceCommand(command('cosign verify-attestation image')),
    ).toBeUndefined();
    expect(provenanceCommand(command('npm publish --provenance'))).toBe(
      'npm publish --provenance',
    );
    expect(
      provenanceAction(action('actions/attest-build-provenance')),
    ).toBeDefined();
    expect(
      provenanceAction(
        action(
          'slsa-framework/slsa-github-generator/.github/workflows/generator_generic_slsa3.yml',
        ),
      ),
    ).toBeDefined();
    expect(
      provenanceAction(
        action('slsa-framework/slsa-verifier/actions/installer'),
      ),
    ).toBeUndefined();
  });
});
