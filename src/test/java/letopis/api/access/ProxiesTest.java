package letopis.api.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxiesTest {
  private final Proxies proxies = Proxies.of(List.of("10.0.0.0/8", "2001:db8::7"));

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      nullValues = "-",
      textBlock =
          """
          10.0.0.7    ; 198.51.100.4                       ; 198.51.100.4
          10.0.0.7    ; 203.0.113.9, 198.51.100.4          ; 198.51.100.4
          10.0.0.7    ; 203.0.113.9|198.51.100.4, 10.1.1.1 ; 198.51.100.4
          10.0.0.7    ; 198.51.100.4:4711                  ; 198.51.100.4
          10.0.0.7    ; [2001:db8::1]:4711                 ; 2001:db8::1
          2001:db8::7 ; 2001:db8::1                        ; 2001:db8::1
          10.0.0.7    ; 203.0.113.9, unknown               ; 10.0.0.7
          10.0.0.7    ; 10.0.0.0/8                         ; 10.0.0.7
          10.0.0.7    ; -                                  ; 10.0.0.7
          192.0.2.1   ; 198.51.100.4                       ; 192.0.2.1
          """)
  void takesTheLastAddressThatNoTrustedProxyStandsAt(String peer, String forwarded, String from) {
    List<String> headers = forwarded == null ? List.of() : Arrays.asList(forwarded.split("\\|"));

    assertThat(proxies.caller(peer, headers)).isEqualTo(from);
  }

  @Test
  void byDefaultNobodysWordIsTaken() {
    assertThat(Proxies.NONE.caller("127.0.0.1", List.of("198.51.100.4"))).isEqualTo("127.0.0.1");
  }

  @Test
  void aNameIsNoAddress() {
    assertThatThrownBy(() -> Proxies.of(List.of("proxy.example")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("proxy.example");
  }
}
