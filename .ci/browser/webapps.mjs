// Camunda's web applications as a person sees them: log-in and pictures, in a browser of their own for each person.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '../diagrams/node_modules/playwright-core/index.mjs';

const LOGIN_TRIES = 10;

/** Runs work(openSession) with a browser, and closes that after it. */
export async function withBrowser(address, pictures, work) {
  mkdirSync(pictures, { recursive: true });
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync']
  });
  try {
    return await work(async user => new Session(await freshPage(browser), address, pictures, user));
  } finally {
    await browser.close();
  }
}

async function freshPage(browser) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  return context.newPage();
}

/** One person at the browser; their password is their name, as for all demo users. */
export class Session {
  constructor(page, address, pictures, user) {
    Object.assign(this, { page, address, pictures, user });
  }

  /** Opens cockpit, tasklist or admin and logs in there; resolves to the answer's status. */
  async logIn(application) {
    for (let tries = 1; tries <= LOGIN_TRIES; tries++) {
      if (!await this.findsLogIn(application)) continue;
      await this.page.getByPlaceholder('Username').fill(this.user);
      await this.page.getByPlaceholder('Password').fill(this.user);
      const answer = this.page.waitForResponse(response => response.url().includes('/login/'), { timeout: 3000 });
      await this.page.getByRole('button', { name: 'Log in' }).click();
      const status = await answer.then(response => response.status(), () => null); // the page was not ready yet
      if (status === 200) await this.page.waitForURL(url => !url.hash.startsWith('#/login'));
      if (status) return status;
    }
    throw new Error(`${application} did not take the log-in of ${this.user}`);
  }

  /** The page gives up for good when its parts take more than seven seconds, as they may on a busy machine: then it is loaded again. */
  async findsLogIn(application) {
    const form = this.page.getByPlaceholder('Username');
    if (await form.isVisible()) return true;
    await this.page.goto(`${this.address}/camunda/app/${application}/default/`);
    return form.waitFor({ timeout: 15_000 }).then(() => true, () => false);
  }

  async open(path) {
    await this.page.goto(`${this.address}${path}`);
  }

  /** Fails with the text's name when it does not come up. */
  async sees(text) {
    try {
      await this.page.getByText(text).filter({ visible: true }).first().waitFor({ timeout: 20_000 });
    } catch {
      await this.picture('missing');
      throw new Error(`${this.user} does not see "${text}" at ${this.page.url()} (target/screenshots/${this.user}-missing.png)`);
    }
  }

  async press(button) {
    await this.page.getByRole('button', { name: button, exact: true }).or(this.page.getByText(button, { exact: true }))
      .filter({ visible: true }).first().click({ timeout: 20_000 });
  }

  /** A list of tasks by its name, beside which Tasklist writes a count, shown or hidden, as soon as it has one. */
  async openList(name) {
    await this.page.locator('.task-filters').getByRole('link', { name }).click({ timeout: 20_000 });
  }

  /** The answer of a form whose label has these words. */
  async choose(words) {
    await this.page.locator('.fjs-form').getByLabel(words).check();
  }

  async fill(label, value) {
    await this.page.locator('.fjs-form').getByLabel(label).fill(value);
  }

  /** The form says what is missing, and the task stays. */
  async cannotComplete() {
    await this.press('Complete');
    await this.sees('Field is required.');
    await this.page.locator('.notifications button.close').filter({ visible: true }).first().click(); // it hides the button
  }

  /** With all of a form that is longer than the window. */
  async tallPicture(name) {
    await this.page.setViewportSize({ width: 1440, height: 2200 });
    await this.picture(name);
    await this.page.setViewportSize({ width: 1440, height: 900 });
  }

  async picture(name) {
    await this.page.screenshot({ path: join(this.pictures, `${this.user}-${name}.png`) });
  }
}
