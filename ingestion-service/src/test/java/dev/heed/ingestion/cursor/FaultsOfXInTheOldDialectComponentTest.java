package dev.heed.ingestion.cursor;

import dev.heed.ingestion.Parts;
import dev.heed.ingestion.SimulatorOfX;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;

/** In the dialect of X's older document. */
@QuarkusTest
@Parts
@TestProfile(FaultsOfXInTheOldDialectComponentTest.Tweets.class)
class FaultsOfXInTheOldDialectComponentTest extends FaultsOfX {

    /** The service beside the simulator. */
    public static class Tweets implements QuarkusTestProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(SimulatorOfX.class, Map.of("dialect", "tweets")));
        }
    }
}
