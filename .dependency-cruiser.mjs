/** Who may know whom. A rule of the architecture that is not here is a wish. @type {import('dependency-cruiser').IConfiguration} */
const pure = 'money|calendar|references|sentences|bank-formats|matching-engine|receivables|worlds';
const to = (name, comment, from, target) => ({ name, comment, severity: 'error', from, to: target });
const tests = '\\.spec\\.ts$|/testing/';

export default {
  forbidden: [
    to('no-cycles', 'two modules that need each other are one, or need a third', {}, { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }),
    to('apps-stand-alone', 'a service speaks to another through messages and HTTP only; apps/lettrage composes them', { path: '^apps/([^/]+)/', pathNot: '^apps/lettrage/' }, { path: '^apps/', pathNot: '^apps/$1/' }),
    to('libs-know-no-app', 'what is used does not know who uses it', { path: '^libs/' }, { path: '^apps/' }),
    to('pure-libs-stay-pure', 'decisions need no framework, no database and no broker', { path: `^libs/(${pure})/`, pathNot: tests }, { path: `^libs/(?!(${pure})/)|node_modules/(@nestjs|typeorm|pg|kafkajs)/` }),
    to('contracts-are-the-border', 'contracts know pure libs and zod', { path: '^libs/contracts/', pathNot: tests }, { path: '^libs/(?!(contracts|money|calendar|sentences)/)|node_modules/(@nestjs|typeorm|pg|kafkajs)/' }),
    to('web-knows-contracts-only', 'the browser gets no server code', { path: '^apps/web/' }, { path: '^libs/(?!(contracts|money|calendar)/)' }),
    to('one-place-knows-kafka', 'no handler ever sees a Kafka client', { path: '^(apps|libs)/', pathNot: '^libs/(messaging/src/transport-kafka|testing)/' }, { path: 'node_modules/kafkajs/' }),
    to('domain-decides-only', 'the middle of a service has no framework, no I/O', { path: '^apps/[^/]+/src/domain/', pathNot: tests }, { path: 'node_modules/(@nestjs|typeorm|pg|kafkajs)/|^libs/(persistence|messaging|http|observability)/' }),
    to('features-stand-alone', 'deleting a feature’s folder deletes the feature', { path: '^apps/(?!web/)([^/]+)/src/features/([^/]+)/', pathNot: tests }, { path: '^apps/$1/src/features/', pathNot: '^apps/$1/src/features/$2/' }),
    to('tests-stay-tests', 'what runs does not need the test harness', { path: '^(apps|libs)/', pathNot: `${tests}|^libs/testing/|^apps/[^/]+/testing/` }, { path: '^libs/testing/' }),
    to('whole-packages-only', 'a library is used through its index', { path: '^(apps|libs)/([^/]+)/', pathNot: '^libs/testing/src/jest/' }, { path: '^libs/([^/]+)/src/(?!index\\.ts$)', pathNot: '^libs/$2/' }),
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['@lettrage/source', 'import', 'default'] },
  },
};
