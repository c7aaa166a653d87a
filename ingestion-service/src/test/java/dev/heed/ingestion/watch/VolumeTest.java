package dev.heed.ingestion.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.x.XPage;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class VolumeTest {

    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    @Test
    void whereXShowsAllTheWeekIsCounted() {
        Tried.Volume volume = Tried.Volume.of(List.of(), false, NOW);
        assertThat(volume.isAll()).isTrue();
        assertThat(volume.postsADay()).isZero();
        assertThat(volume.microsADay(5_000)).isZero();
    }

    @Test
    void whereThereIsMoreTheNewestTellHowFastItComes() {
        Tried.Volume volume = new Tried.Volume(10, false, 240);
        assertThat(volume.microsADay(5_000)).isEqualTo(1_200_000);
        assertThat(Tried.Volume.of(new XPage(List.of(), null, List.of()).posts(), true, NOW)
                        .postsADay())
                .isZero();
    }
}
