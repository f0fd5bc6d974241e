package dev.davit.json;

import dev.davit.engine.model.BuildCachePruneResult;
import dev.davit.engine.model.ContainerDetails;
import dev.davit.engine.model.ContainerSpec;
import dev.davit.engine.model.ContainerStats;
import dev.davit.engine.model.ContainerSummary;
import dev.davit.engine.model.CreateResult;
import dev.davit.engine.model.DiskUsage;
import dev.davit.engine.model.DistributionInfo;
import dev.davit.engine.model.EngineEvent;
import dev.davit.engine.model.EngineInfo;
import dev.davit.engine.model.ErrorMessage;
import dev.davit.engine.model.ExecConfig;
import dev.davit.engine.model.ExecDetails;
import dev.davit.engine.model.ExecStart;
import dev.davit.engine.model.FilesystemChange;
import dev.davit.engine.model.IdAnswer;
import dev.davit.engine.model.ImageDetails;
import dev.davit.engine.model.ImageHistoryItem;
import dev.davit.engine.model.ImagePruneResult;
import dev.davit.engine.model.ImageRemoval;
import dev.davit.engine.model.ImageSearchResult;
import dev.davit.engine.model.ImageSummary;
import dev.davit.engine.model.LoginResult;
import dev.davit.engine.model.NetworkConfig;
import dev.davit.engine.model.NetworkConnect;
import dev.davit.engine.model.NetworkDisconnect;
import dev.davit.engine.model.NetworkPruneResult;
import dev.davit.engine.model.NetworkSummary;
import dev.davit.engine.model.PathStat;
import dev.davit.engine.model.ProgressMessage;
import dev.davit.engine.model.PruneResult;
import dev.davit.engine.model.SwarmNode;
import dev.davit.engine.model.SwarmObject;
import dev.davit.engine.model.SwarmService;
import dev.davit.engine.model.SwarmTask;
import dev.davit.engine.model.TopResult;
import dev.davit.engine.model.UpdateConfig;
import dev.davit.engine.model.UpdateResult;
import dev.davit.engine.model.VersionInfo;
import dev.davit.engine.model.VolumeConfig;
import dev.davit.engine.model.VolumeList;
import dev.davit.engine.model.VolumePruneResult;
import dev.davit.engine.model.VolumeSummary;
import dev.davit.engine.model.WaitResult;
import java.util.List;

/** The types of the Engine API whose JSON is read or written. */
final class ModelTypes {
  /** The bodies of responses. */
  static final List<Class<?>> READ =
      List.of(
          BuildCachePruneResult.class,
          ContainerDetails.class,
          ContainerSpec.class,
          ContainerStats.class,
          ContainerSummary.class,
          CreateResult.class,
          DiskUsage.class,
          DistributionInfo.class,
          EngineEvent.class,
          EngineInfo.class,
          ErrorMessage.class,
          ExecDetails.class,
          FilesystemChange.class,
          IdAnswer.class,
          ImageDetails.class,
          ImageHistoryItem.class,
          ImagePruneResult.class,
          ImageRemoval.class,
          ImageSearchResult.class,
          ImageSummary.class,
          LoginResult.class,
          NetworkPruneResult.class,
          NetworkSummary.class,
          Object.class,
          PathStat.class,
          ProgressMessage.class,
          PruneResult.class,
          SwarmNode.class,
          SwarmObject.class,
          SwarmService.class,
          SwarmTask.class,
          TopResult.class,
          UpdateResult.class,
          VersionInfo.class,
          VolumeList.class,
          VolumePruneResult.class,
          VolumeSummary.class,
          WaitResult.class);

  /** The bodies of requests. */
  static final List<Class<?>> WRITTEN =
      List.of(
          ContainerSpec.class,
          ExecConfig.class,
          ExecStart.class,
          NetworkConfig.class,
          NetworkConnect.class,
          NetworkDisconnect.class,
          UpdateConfig.class,
          VolumeConfig.class);

  private ModelTypes() {}
}
