package dev.heed.xsim.oauth;

import dev.heed.xsim.id.UserId;
import dev.heed.xsim.ledger.Fact;
import dev.heed.xsim.ledger.Room;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Codes and tokens given out, spent and killed. */
@Singleton
public class Grants implements Room {

    private final Map<String, OAuthFact.CodeGiven> codes = new HashMap<>();
    private final Map<String, OAuthFact.TokensGiven> byAccess = new HashMap<>();
    private final Map<String, OAuthFact.TokensGiven> byRefresh = new HashMap<>();
    private final Set<String> spent = new HashSet<>();
    private final Set<String> dead = new HashSet<>();

    Optional<OAuthFact.CodeGiven> code(String code) {
        return Optional.ofNullable(codes.get(code));
    }

    Optional<OAuthFact.TokensGiven> access(String token) {
        return Optional.ofNullable(byAccess.get(token)).filter(given -> !dead.contains(given.family()));
    }

    /** Also one that was spent. */
    Optional<OAuthFact.TokensGiven> refresh(String token) {
        return Optional.ofNullable(byRefresh.get(token)).filter(given -> !dead.contains(given.family()));
    }

    /** Those that still live. */
    Set<String> familiesOf(UserId user) {
        return byAccess.values().stream()
                .filter(given -> given.user().equals(user) && !dead.contains(given.family()))
                .map(OAuthFact.TokensGiven::family)
                .collect(Collectors.toSet());
    }

    boolean isSpent(String codeOrRefresh) {
        return spent.contains(codeOrRefresh);
    }

    @Override
    public List<Class<? extends Fact>> facts() {
        return List.of(
                OAuthFact.CodeGiven.class,
                OAuthFact.CodeSpent.class,
                OAuthFact.TokensGiven.class,
                OAuthFact.RefreshSpent.class,
                OAuthFact.AccessOver.class,
                OAuthFact.FamilyKilled.class);
    }

    @Override
    public void apply(Fact fact) {
        if (!(fact instanceof OAuthFact own)) {
            return;
        }
        switch (own) {
            case OAuthFact.CodeGiven given -> codes.put(given.code(), given);
            case OAuthFact.CodeSpent used -> spent.add(used.code());
            case OAuthFact.TokensGiven given -> {
                byAccess.put(given.access(), given);
                if (given.refresh() != null) {
                    byRefresh.put(given.refresh(), given);
                }
            }
            case OAuthFact.RefreshSpent used -> spent.add(used.refresh());
            case OAuthFact.AccessOver over ->
                byAccess.values().removeIf(given -> given.user().equals(over.user()));
            case OAuthFact.FamilyKilled killed -> dead.add(killed.family());
        }
    }

    @Override
    public void forget() {
        codes.clear();
        byAccess.clear();
        byRefresh.clear();
        spent.clear();
        dead.clear();
    }
}
