package io.orderflow.process.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class PasswordHashesTests {

    private final PasswordHashes hashes = new PasswordHashes();

    @Test
    void knowsItsOwnHashesWhichDifferForEqualPasswords() {
        String hash = hashes.encrypt("secret");

        assertThat(hashes.check("secret", hash)).isTrue();
        assertThat(hashes.check("Secret", hash)).isFalse();
        assertThat(hashes.encrypt("secret")).isNotEqualTo(hash);
    }

    @Test
    void takesNoPasswordForItsOwnBeginning() {
        String longest = "a".repeat(PasswordHashes.LONGEST);
        String hash = hashes.encrypt(longest);

        assertThat(hashes.check(longest, hash)).isTrue();
        assertThat(hashes.check(longest + "b", hash)).isFalse();
    }

    @Test
    void countsBytes() {
        assertThat(PasswordHashes.fits("비".repeat(24))).isTrue();
        assertThat(PasswordHashes.fits("비".repeat(25))).isFalse();
    }

    @Test
    void wantsOldAndWeakerHashesRenewed() {
        String weaker = "{bcrypt}" + new BCryptPasswordEncoder(4).encode("secret");

        assertThat(hashes.made(weaker)).isTrue();
        assertThat(hashes.checkStored("secret", weaker)).isTrue();
        assertThat(hashes.isOutdated(weaker)).isTrue();
        assertThat(hashes.isOutdated("{SHA-512}abc")).isTrue();
        assertThat(hashes.isOutdated("{bcrypt}" + hashes.encrypt("secret"))).isFalse();
    }

    @Test
    void hashesOneAtATimePerPlaceAndSendsAwayWhoComesToALongQueue() throws Exception {
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger highest = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(1);
        PasswordHashes slow = new PasswordHashes(
                new BCryptPasswordEncoder(4) {
                    @Override
                    public String encode(CharSequence password) {
                        highest.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                        awaitQuietly(done);
                        atOnce.decrementAndGet();
                        return "hash";
                    }
                },
                1);
        var people = Executors.newFixedThreadPool(40);
        try {
            List<Future<String>> all = IntStream.range(0, 40)
                    .mapToObj(i -> people.submit(() -> slow.encrypt("secret")))
                    .toList();
            await().atMost(Duration.ofMinutes(1)).until(() -> all.stream().anyMatch(Future::isDone));
            done.countDown();

            assertThat(all).filteredOn(PasswordHashesTests::isSentAway).isNotEmpty();
            assertThat(highest).hasValue(1);
        } finally {
            people.shutdownNow();
        }
    }

    private static boolean isSentAway(Future<String> hash) {
        try {
            hash.get();
            return false;
        } catch (ExecutionException e) {
            return e.getCause() instanceof TriedTooOften;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
