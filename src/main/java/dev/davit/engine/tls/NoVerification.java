package dev.davit.engine.tls;

import java.security.cert.X509Certificate;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLSession;
import javax.net.ssl.X509TrustManager;

/**
 * A trust manager that accepts any server under any name, for {@code --tls} without {@code
 * --tlsverify}. No other class accepts a certificate or a host name that the JDK rejects.
 */
public final class NoVerification implements X509TrustManager, HostnameVerifier {
  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) {
    // any certificate is accepted
  }

  @Override
  public boolean verify(String host, SSLSession session) {
    return true;
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) {
    throw new UnsupportedOperationException();
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
