package io.orderflow.process.engine;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import io.orderflow.shared.LocalUsers;
import java.time.Duration;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The users in the engine's user store. Each id is looked up once in ten seconds, so a new or deleted user is noticed
 * that late.
 */
@Component
class EngineUsers implements LocalUsers {

    private static final Duration KEPT = Duration.ofSeconds(10);

    private final LoadingCache<String, Boolean> known;

    @Autowired
    EngineUsers(IdentityService identity) {
        this(identity, Ticker.systemTicker());
    }

    EngineUsers(IdentityService identity, Ticker ticker) {
        known = Caffeine.newBuilder()
                .expireAfterWrite(KEPT)
                .maximumSize(10_000)
                .ticker(ticker)
                .build(id -> identity.createUserQuery().userId(id).count() > 0);
    }

    @Override
    public boolean know(String id) {
        return known.get(id);
    }
}
