// The words of the page, in the browser's language.
// @ts-check

/** @type {Record<string, Record<string, string>>} */
const WORDS = {
  en: {
    models: 'Models',
    lead: 'What begins from now on takes the current version. What runs stays on its version, unless it is let follow.',
    check: 'Check files',
    checkNote: 'Choose diagrams, tables and forms. They are held against the rules, with what is in use beside them; nothing is deployed.',
    version: 'Version',
    since: 'Since',
    by: 'By',
    application: 'the application',
    file: 'File',
    running: 'Running',
    current: 'current',
    makeCurrent: 'Make current',
    reallyCurrent: 'Whatever begins from now on takes version {version} of “{name}” again, with the forms and tables it had. What runs stays as it is.',
    nowCurrent: '“{name}”: what version {old} said is current again, as version {version}.',
    cancel: 'Cancel',
    changes: 'What changed',
    changesOf: '“{name}”: what version {version} says differently from version {from}',
    same: 'Nothing: the files say the same.',
    ADDED: 'added',
    REMOVED: 'removed',
    CHANGED: 'changed',
    MOVED: 'moved',
    nothing: 'nothing',
    impact: 'Who could follow',
    impactOf: 'Who could follow to version {version} of “{name}”',
    nobody: 'Nobody runs on another version.',
    onVersion: 'On version',
    standsAt: 'Stands at',
    canFollow: 'Can follow',
    yes: 'yes',
    follow: 'Let them follow',
    reallyFollow: 'Those that can follow go on with version {version} of “{name}”. The others stay on their version.',
    following: '{count} are on their way to version {version}. “Who could follow” shows how far they are.',
    progress: 'Since {startedAt}, by {startedBy}: {followed} of {toFollow} have followed, {left} are still to come, {ended} ended before; {stayed} stay where they could not follow.',
    noneFollow: 'Nobody can follow.',
    deployable: 'These files can be deployed.',
    notDeployable: 'These files would be refused:',
    warnings: 'They can be deployed; mind this:',
    failed: 'That did not work: {reason}',
    forAnalysts: 'Analysts and administrators see the versions of the models here.'
  },
  ko: {
    models: '모델',
    lead: '앞으로 시작되는 것은 현재 버전을 따릅니다. 진행 중인 것은 옮기지 않는 한 자기 버전에 남습니다.',
    check: '파일 검사',
    checkNote: '다이어그램, 결정 테이블, 양식을 고르세요. 사용 중인 것과 함께 규칙에 맞는지 검사하며, 배포되는 것은 없습니다.',
    version: '버전',
    since: '시작',
    by: '배포한 사람',
    application: '애플리케이션',
    file: '파일',
    running: '진행 중',
    current: '현재',
    makeCurrent: '현재 버전으로',
    reallyCurrent: '앞으로 시작되는 것은 다시 “{name}” 버전 {version}의 내용을 그때의 양식과 테이블과 함께 따릅니다. 진행 중인 것은 그대로입니다.',
    nowCurrent: '“{name}”: 버전 {old}의 내용이 버전 {version}(으)로 다시 현재가 되었습니다.',
    cancel: '취소',
    changes: '바뀐 것',
    changesOf: '“{name}”: 버전 {from}에 비해 버전 {version}에서 바뀐 것',
    same: '없습니다. 파일의 내용이 같습니다.',
    ADDED: '추가',
    REMOVED: '삭제',
    CHANGED: '변경',
    MOVED: '이동',
    nothing: '없음',
    impact: '옮길 수 있는 것',
    impactOf: '“{name}” 버전 {version}(으)로 옮길 수 있는 것',
    nobody: '다른 버전에서 진행 중인 것이 없습니다.',
    onVersion: '현재 버전',
    standsAt: '멈춘 곳',
    canFollow: '옮길 수 있음',
    yes: '예',
    follow: '옮기기',
    reallyFollow: '옮길 수 있는 것은 “{name}” 버전 {version}(으)로 계속합니다. 나머지는 자기 버전에 남습니다.',
    following: '{count}건을 버전 {version}(으)로 옮기고 있습니다. 진행 상황은 “옮길 수 있는 것”에 있습니다.',
    progress: '{startedAt}, {startedBy}: {toFollow}건 중 {followed}건을 옮겼고 {left}건이 남았으며 {ended}건은 그 전에 끝났습니다. 옮길 수 없는 {stayed}건은 자기 버전에 남습니다.',
    noneFollow: '옮길 수 있는 것이 없습니다.',
    deployable: '이 파일들은 배포할 수 있습니다.',
    notDeployable: '이 파일들은 거부됩니다:',
    warnings: '배포할 수 있지만 다음을 확인하세요:',
    failed: '실패했습니다: {reason}',
    forAnalysts: '분석가와 관리자는 여기에서 모델의 버전을 봅니다.'
  }
};

export const LANGUAGE = navigator.language.startsWith('ko') ? 'ko' : 'en';

/**
 * @param {string} key
 * @param {Record<string, string | number>} [values] for the names in braces
 * @returns {string}
 */
export function words(key, values = {}) {
  return WORDS[LANGUAGE][key].replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}
