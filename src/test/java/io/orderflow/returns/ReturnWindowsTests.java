package io.orderflow.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderflow.shared.UnfitSetting;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

class ReturnWindowsTests {

    private static final Instant DELIVERED = Instant.parse("2026-11-22T09:15:30.123Z");
    private static final Instant WEEK = Instant.parse("2026-11-29T14:59:59.999Z");
    private static final Instant QUARTER = Instant.parse("2027-02-22T14:59:59.999Z");

    private final ReturnWindows windows = windows(Map.of());

    @Test
    void giveSevenDaysWithoutReasonAndThreeMonthsForWhatIsOurFault() {
        assertThat(windows.until(ReturnReason.CHANGE_OF_MIND, DELIVERED)).isEqualTo(WEEK);
        assertThat(windows.until(ReturnReason.OTHER, DELIVERED)).isEqualTo(WEEK);
        assertThat(windows.until(ReturnReason.DEFECTIVE, DELIVERED)).isEqualTo(QUARTER);
        assertThat(windows.until(ReturnReason.WRONG_ITEM, DELIVERED)).isEqualTo(QUARTER);
        assertThat(windows.latest(DELIVERED)).isEqualTo(QUARTER);
    }

    @Test
    void followTheSettingsWhicheverIsLonger() {
        ReturnWindows generous =
                windows(Map.of("orders.return-window", "P1Y", "orders.return-window-defective", "PT2H"));

        assertThat(generous.latest(DELIVERED))
                .isEqualTo(generous.until(ReturnReason.CHANGE_OF_MIND, DELIVERED))
                .isEqualTo("2027-11-22T14:59:59.999Z");
        assertThat(generous.until(ReturnReason.DEFECTIVE, DELIVERED)).isEqualTo("2026-11-22T11:15:30.123Z");
    }

    @Test
    void giveTwoWeeksFromApprovalToSendTheGoods() {
        assertThat(windows.sendUntil(DELIVERED)).isEqualTo("2026-12-06");
        assertThat(windows(Map.of("orders.return-send-within", "P3D")).sendUntil(Instant.parse("2026-11-22T15:00:00Z")))
                .isEqualTo("2026-11-26");
    }

    @Test
    void sayWhereARequestLies() {
        assertThat(windows.at(null, DELIVERED)).isEqualTo(ReturnWindow.BEFORE_DELIVERY);
        assertThat(windows.at(DELIVERED, DELIVERED.minusMillis(1))).isEqualTo(ReturnWindow.BEFORE_DELIVERY);
        assertThat(windows.at(DELIVERED, DELIVERED)).isEqualTo(ReturnWindow.WITHDRAWAL);
        assertThat(windows.at(DELIVERED, WEEK)).isEqualTo(ReturnWindow.WITHDRAWAL);
        assertThat(windows.at(DELIVERED, WEEK.plusMillis(1))).isEqualTo(ReturnWindow.AFTER_WITHDRAWAL);
    }

    @ParameterizedTest
    @CsvSource({
        "orders.return-window, PT0S",
        "orders.return-window, never",
        "orders.return-window-defective, P-3M",
        "orders.return-window-defective, P11Y",
        "orders.return-send-within, P0D",
        "orders.return-send-within, soon"
    })
    void nameTheSettingThatIsUnfit(String property, String value) {
        assertThatThrownBy(() -> windows(Map.of(property, value)))
                .isInstanceOf(UnfitSetting.class)
                .hasMessageStartingWith(property + " must be")
                .hasMessageNotContaining(value);
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void endTheStartWithASentenceWhereASettingIsUnfit(CapturedOutput output) {
        SpringApplicationBuilder application =
                new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE);
        application.application().setInitializers(List.of());

        assertThatThrownBy(() -> application.run("--orders.return-window-defective=3 months"))
                .hasRootCauseInstanceOf(UnfitSetting.class);

        assertThat(output)
                .contains("APPLICATION FAILED TO START", "orders.return-window-defective must be an ISO-8601 period")
                .doesNotContain("3 months");
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(ReturnSettings.class)
    @Import(ReturnWindows.class)
    static class Application {}

    static ReturnWindows windows(Map<String, String> properties) {
        return new ReturnWindows(new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("orders", ReturnSettings.class));
    }
}
