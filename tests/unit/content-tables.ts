/** What design.md, reading-the-policies.md and scenario.md say of the content, as tables to compare it with. */

const numbered = (part: string, from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, at) => `${part}/${from + at}`);
const under = (part: string, ...names: string[]): string[] => names.map((name) => `${part}/${name}`);

const [OPINIONS, RULES, MEASURES] = ['minhang-2025/opinions', 'minhang-2025/rules', 'songjiang-2025/measures'];

/** design.md, "Names of the nodes", in document order. */
export const NODES: string[] = [
  ...numbered('minhang-2025/notice', 1, 2),
  ...under(OPINIONS, 'title', 'preamble', 'chapter-1'),
  ...numbered(OPINIONS, 1, 4),
  ...under(OPINIONS, 'chapter-2'),
  ...numbered(OPINIONS, 5, 7),
  ...under(OPINIONS, 'chapter-3'),
  ...numbered(OPINIONS, 8, 12),
  ...under(OPINIONS, 'chapter-4'),
  ...numbered(OPINIONS, 13, 16),
  ...under(OPINIONS, 'chapter-5'),
  ...numbered(OPINIONS, 17, 20),
  ...under(OPINIONS, 'supplementary', 'supplementary-1', 'supplementary-2'),
  ...under(RULES, 'title', 'preamble', 'chapter-1'),
  ...numbered(RULES, 1, 7),
  ...under(RULES, 'chapter-2'),
  ...numbered(RULES, 8, 13),
  ...under(RULES, 'chapter-3'),
  ...numbered(RULES, 14, 17),
  ...under(RULES, 'supplementary', 'supplementary-1', 'supplementary-2'),
  ...numbered('minhang-2025/forms', 1, 2),
  ...numbered('songjiang-2025/notice', 1, 1),
  ...under(MEASURES, 'title', 'preamble', 'scope', 'chapter-2', 'chapter-2-1'),
  ...numbered(MEASURES, 1, 2),
  ...under(MEASURES, 'chapter-2-2'),
  ...numbered(MEASURES, 3, 5),
  ...under(MEASURES, 'chapter-2-3'),
  ...numbered(MEASURES, 6, 7),
  ...under(MEASURES, 'chapter-2-4'),
  ...numbered(MEASURES, 8, 11),
  ...under(MEASURES, 'supplementary'),
];

/** reading-the-policies.md, "Where the two meet". */
export const TOPICS: Record<string, string[]> = {
  scope: ['minhang-2025/rules/supplementary-1', 'songjiang-2025/measures/scope'],
  'device-research': [
    'minhang-2025/opinions/4',
    'minhang-2025/rules/5',
    'minhang-2025/rules/6',
    'minhang-2025/rules/7',
    'songjiang-2025/measures/1',
  ],
  'drug-research': [
    'minhang-2025/opinions/3',
    'minhang-2025/rules/3',
    'minhang-2025/rules/4',
    'songjiang-2025/measures/2',
  ],
  industrialisation: ['minhang-2025/opinions/8', 'minhang-2025/rules/8', 'songjiang-2025/measures/3'],
  overseas: ['minhang-2025/opinions/14', 'minhang-2025/rules/14', 'minhang-2025/rules/15', 'songjiang-2025/measures/4'],
  'contract-manufacturing': ['minhang-2025/opinions/10', 'minhang-2025/rules/12', 'songjiang-2025/measures/5'],
  'review-service': ['minhang-2025/opinions/17', 'songjiang-2025/measures/6'],
  platforms: ['minhang-2025/opinions/9', 'minhang-2025/rules/10', 'songjiang-2025/measures/7'],
  clinical: ['minhang-2025/opinions/5', 'minhang-2025/opinions/6', 'songjiang-2025/measures/8'],
  'hospital-adoption': ['minhang-2025/opinions/13', 'songjiang-2025/measures/9'],
  'data-ai': ['minhang-2025/opinions/7', 'songjiang-2025/measures/10'],
  demonstration: [
    'minhang-2025/opinions/15',
    'minhang-2025/rules/16',
    'songjiang-2025/measures/8',
    'songjiang-2025/measures/11',
  ],
  'clean-room': ['minhang-2025/opinions/12', 'minhang-2025/rules/13', 'songjiang-2025/measures/7'],
  'frontier-research': ['minhang-2025/opinions/1', 'minhang-2025/rules/1'],
  'joint-lab': ['minhang-2025/opinions/2', 'minhang-2025/rules/2'],
  'supply-chain': ['minhang-2025/opinions/9', 'minhang-2025/rules/9'],
  'above-scale': ['minhang-2025/opinions/9', 'minhang-2025/rules/11'],
  'industrial-space': ['minhang-2025/opinions/11'],
  exchange: ['minhang-2025/opinions/16', 'minhang-2025/rules/17'],
  finance: ['minhang-2025/opinions/18'],
  talent: ['minhang-2025/opinions/19'],
  requests: ['minhang-2025/opinions/20'],
  execution: [
    'minhang-2025/opinions/supplementary-1',
    'minhang-2025/opinions/supplementary-2',
    'minhang-2025/rules/supplementary-2',
    'songjiang-2025/measures/supplementary',
  ],
};

/** scenario.md, "Input": the facts of each matter with their kinds and defaults (sums in 分). */
export const MATTERS: Record<string, string[]> = {
  'major-rd-special': ['municipalSupport: money'],
  'joint-lab': ['annualInvestment: money-list'],
  'drug-clinical-trial': ['phase: choice', 'rdInvestment: money', 'municipalSupport: money = 0'],
  'drug-approval': [
    'category: choice',
    'produced: boolean = true',
    'rdInvestment: money',
    'municipalSupport: money = 0',
  ],
  'device-special-review': ['rdInvestment: money', 'municipalSupport: money = 0'],
  'device-registration': [
    'deviceClass: choice',
    'inVitroDiagnostic: boolean = false',
    'specialReview: boolean = false',
    'produced: boolean = true',
    'rdInvestment: money',
    'municipalSupport: money = 0',
  ],
  industrialisation: ['municipalSupport: money'],
  'supply-chain-purchase': ['purchaseAmount: money', 'relatedParties: boolean = false'],
  'supply-chain-cluster': [],
  'service-platform': ['constructionCost: money'],
  'first-above-scale': ['only one'],
  'contract-manufacturing': ['municipalSupport: money', 'relatedParties: boolean = false'],
  'clean-room': ['investment: money'],
  'overseas-registration': ['municipalSupport: money', 'soldLocally: boolean = true'],
  'overseas-licensing': ['upfrontPayment: money', 'municipalSupport: money', 'relatedParties: boolean = false'],
  demonstration: ['municipalSupport: money'],
  'exchange-event': ['cost: money'],
  'industry-services': [],
  'quality-certification': ['investment: money', 'serviceInstitution: boolean = false'],
  'medical-ai': ['totalInvestment: money'],
};

/** A condition stands with all awards of its clause. */
export const EVERY = 'every award' as const;

/** The authorities that both texts list, with their own brackets. */
const registeredAt = (open: string, close: string): string =>
  `申请通过美国国家食品药品监督管理局${open}FDA${close}、欧洲药品管理局${open}EMA${close}、欧洲共同体${open}CE${close}、` +
  `日本药品和医疗器械管理局${open}PMDA${close}或世界卫生组织以及金砖国家、“一带一路”国家药品监管机构注册`;

/** Conditions that no figure shows, by clause: the words they are named at, with the ids of their awards. */
export const UNVERIFIABLE: Record<string, Record<string, string[] | typeof EVERY>> = {
  'minhang-2025/opinions/1': { 经认定后: EVERY },
  'minhang-2025/opinions/16': { 按照规定经认定: EVERY },
  'minhang-2025/rules/2': { '与高校、医院建立联合实验室': EVERY, 开展生物医药重点领域科研攻关的企业: EVERY },
  'minhang-2025/rules/3': { 且获得市级立项支持的企业: EVERY },
  'minhang-2025/rules/4': { 同一药品不同规格视为同一品种: EVERY },
  'minhang-2025/rules/5': {
    且获得市级立项支持的企业: EVERY,
    '对进入上述程序、首次取得注册证': ['special-review-registered'],
  },
  'minhang-2025/rules/6': { 同一医疗器械不同规格视为同一品种: EVERY },
  'minhang-2025/rules/7': { 同一医疗器械不同规格视为同一品种: EVERY },
  'minhang-2025/rules/8': { 获上海市战略性新兴产业生物医药领域重大项目支持和上海市科委立项支持: EVERY },
  'minhang-2025/rules/9': {
    '重点领域关键产业链环节企业研发、制造的技术产品和服务': ['purchase'],
    '采购产业链上游产品和服务，围绕自身优势，促进生物医药产业链、供应链集聚的企业': EVERY,
  },
  'minhang-2025/rules/10': { 事先申报: EVERY },
  'minhang-2025/rules/11': { 首次升规达标的生物医药工业企业: EVERY },
  'minhang-2025/rules/12': { 具有成熟生产经验的: EVERY },
  'minhang-2025/rules/13': {
    固定资产投资项目情况纳入上海市统计联网直报平台: EVERY,
    'GMP 认证证明材料': EVERY,
    项目验收通过证明材料: EVERY,
    或园区新建改建洁净车间供生物医药企业及平台使用: EVERY,
  },
  'minhang-2025/rules/14': { '企业研发的创新药、现代中药和高端医疗器械': EVERY, [registeredAt('（', '）')]: EVERY },
  'minhang-2025/rules/15': { 与跨国企业开展对接合作: EVERY, 鼓励创新型企业与跨国企业对接合作: EVERY },
  'minhang-2025/rules/16': {
    医疗机构与企业合作开展: EVERY,
    创新药械应用示范项目: EVERY,
    '进行上市后评价、真实世界疗效评价、适应症拓展等研究': EVERY,
  },
  'minhang-2025/rules/17': { 经认定给予每年最高: EVERY },
  'songjiang-2025/measures/1': { 重点产品: ['class-ii', 'class-iii'], 首次取得注册证: ['special-review-registered'] },
  'songjiang-2025/measures/4': {
    '对企业研发的创新药、现代中药和高端医疗器械': ['overseas-registration'],
    鼓励创新型企业与跨国企业对接合作: ['overseas-licensing'],
    鼓励创新型企业: ['overseas-licensing'],
    [registeredAt('(', ')')]: ['overseas-registration'],
  },
  'songjiang-2025/measures/7': { 对首次取得药物非临床研究质量管理规范: EVERY },
  'songjiang-2025/measures/10': {
    '长三角数据协同、跨境数据合作、公共数据价值挖掘项目': EVERY,
    对医学人工智能企业开展的: EVERY,
  },
};

/** Entries that must be seen where they bite: kind, and every clause beside which they stand. */
export const BESIDE: Record<string, [string, string[]]> = {
  'minhang-2025/higher-before-cap': [
    'gap',
    ['minhang-2025/opinions/supplementary-1', 'minhang-2025/rules/5', 'minhang-2025/rules/6', 'minhang-2025/rules/7'],
  ],
  'minhang-2025/lab-base': ['contradiction', ['minhang-2025/opinions/2', 'minhang-2025/rules/2']],
  'minhang-2025/early-trial': ['gap', ['minhang-2025/rules/3']],
  // neither text contradicts itself
  'minhang-2025/local-production': [
    'condition',
    ['minhang-2025/rules/5', 'minhang-2025/rules/6', 'minhang-2025/rules/7', 'songjiang-2025/measures/1'],
  ],
  'songjiang-2025/cap-unit': ['gap', ['songjiang-2025/measures/7', 'songjiang-2025/measures/10']],
};

/** Kinds of companies that can be paid under a topic with money: all, where the texts say 企业 and name no product. */
const ANY = ['innovative-drug', 'generic-drug', 'device', 'diagnostics', 'cdmo', 'medical-ai'];
export const FOR_COMPANIES: Record<string, string[]> = {
  'device-research': ['device', 'diagnostics', 'medical-ai'],
  'drug-research': ['innovative-drug', 'generic-drug'],
  industrialisation: ANY,
  overseas: ANY,
  'contract-manufacturing': ANY,
  platforms: ANY,
  'data-ai': ['medical-ai'],
  demonstration: ANY,
  'clean-room': ANY,
  'frontier-research': [...ANY, 'park'],
  'joint-lab': ANY,
  'supply-chain': ANY,
  'above-scale': ANY,
  exchange: ANY,
};
