package example;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.docker.compose.lifecycle.DockerComposeServicesReadyEvent;
import org.springframework.context.ApplicationListener;

@SpringBootApplication
public class Example implements ApplicationListener<DockerComposeServicesReadyEvent> {
  public static void main(String[] args) {
    SpringApplication application = new SpringApplication(Example.class);
    application.addListeners(new Example());
    application.run(args);
  }

  @Override
  public void onApplicationEvent(DockerComposeServicesReadyEvent event) {
    event
        .getRunningServices()
        .forEach(
            service ->
                System.out.println(
                    service.name() + " " + service.image() + " " + service.ports().getAll() + " " + service.env().get("A") + " "
                        + service.labels().get("com.example.label")));
  }
}
