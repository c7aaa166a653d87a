package dev.heed.ingestion.connection;

import dev.heed.ingestion.account.Account;
import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.account.OnRemoval;
import dev.heed.secrets.DoesNotOpenException;
import dev.heed.x.XAnswer;
import dev.heed.x.XOAuth;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Gives an account's right to read back: its tokens are revoked at X and destroyed here.
 *
 * <p>They are destroyed whether X answers or not; where it does not, the log says that the owner should look at X's settings.
 */
@ApplicationScoped
public class DisconnectAccount implements OnRemoval {

    private static final Logger LOG = Logger.getLogger(DisconnectAccount.class);

    private final Connections connections;
    private final XOAuth oauth;

    DisconnectAccount(Connections connections, XOAuth oauth) {
        this.connections = connections;
        this.oauth = oauth;
    }

    /** An account that is removed is disconnected too. */
    @Override
    public Uni<Void> removed(Account account) {
        return giveBack(account.id(), connections.removeOfRemoved(account.id())).replaceWithVoid();
    }

    /** @return whether there was anything to give back */
    public Uni<Boolean> disconnect(AccountId account) {
        return giveBack(account, connections.remove(account));
    }

    private Uni<Boolean> giveBack(AccountId account, Uni<Boolean> destroying) {
        return connections
                .grant(account)
                .onFailure(DoesNotOpenException.class)
                // tokens that do not open cannot be revoked, and are destroyed all the same
                .recoverWithItem(Optional.empty())
                .chain(found -> destroying.call(destroyed -> found.filter(grant -> destroyed)
                        .map(this::revoke)
                        .orElseGet(() -> Uni.createFrom().voidItem())));
    }

    private Uni<Void> revoke(Grant grant) {
        List<String> tokens =
                grant.refresh() == null ? List.of(grant.access()) : List.of(grant.refresh(), grant.access());
        return Uni.join()
                .all(tokens.stream()
                        .filter(token -> !token.isEmpty())
                        .map(oauth::revoke)
                        .toList())
                .andCollectFailures()
                .invoke(answers -> tell(grant.connection().handle(), answers))
                .replaceWithVoid();
    }

    private static void tell(String handle, List<XAnswer<Boolean>> answers) {
        if (answers.stream().allMatch(answer -> answer instanceof XAnswer.Given<Boolean>)) {
            LOG.infof("The right to read as @%s was given back", handle);
        } else {
            LOG.warnf(
                    "The tokens of @%s were destroyed, but X did not confirm that it revoked them: its owner can do so in X's settings, under connected apps",
                    handle);
        }
    }
}
